"""Where people meet the kit: the command line, the button in Excel, the small window."""
