"""What panes and dialogs are built of, where a widget alone is too small."""
