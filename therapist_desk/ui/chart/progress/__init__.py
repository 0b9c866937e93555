"""The tab of a chart that shows how a case goes: charts, and the body map from visit to visit."""
