"""What `script/bench` measures: one module for each figure, each against a floor taken in the same run."""
