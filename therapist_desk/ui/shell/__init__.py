"""The main window: the rail, the pages it holds, and the way between them."""
