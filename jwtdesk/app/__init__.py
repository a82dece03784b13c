"""The process: arguments, disk, wall clock, settings, the command line."""
