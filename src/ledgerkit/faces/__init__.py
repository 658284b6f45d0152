"""Where people meet the kit: the command line."""
