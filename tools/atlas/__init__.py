"""Build the body figures of resources/body_map from the MakeHuman base mesh.

Run by `tools/build-atlas`; the product never imports it. Lengths are the mesh's own (decimetres) until a
`Frame` takes them to figure units, of which a whole figure is 1000 high.
"""
