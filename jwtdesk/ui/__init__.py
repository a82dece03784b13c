"""Qt: draws the model and turns gestures into edits."""
