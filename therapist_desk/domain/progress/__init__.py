"""How a case goes: what was measured over its visits, which findings changed, where pain was marked how often."""
