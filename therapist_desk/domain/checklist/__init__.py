"""The documentation checklist: what a reviewer looks for, one small rule each, grouped by phase.

`table.py` has all of them in order; `facts.py` is what they are asked of. Sources: the checklist of documentation
facts, each rule with where it is from; no licensed clinician has reviewed it.
"""
