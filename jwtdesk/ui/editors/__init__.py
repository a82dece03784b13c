"""Text editors that never change a byte behind the model's back."""
