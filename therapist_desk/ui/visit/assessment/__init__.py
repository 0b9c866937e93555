"""What is measured, tested and looked at in a visit: the sheet of motions, the finder, and the dialogs."""
