"""Where people meet the kit: the command line and the button."""
