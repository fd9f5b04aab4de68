"""One clean month, dressed in the quirks of real offices and written as real files.

`month` holds the clean month; each quirk is a small value that turns a `Book` into another: `above`,
`headings`, `rows`, `below`, `hiding`, `sheets`, `text`, `values` and `people` hold one family each.
`layout` gives every cell its place and remembers which record it came from, `files` writes what
Excel, a library or an export would have written, `wardrobe` draws any combination.
"""
