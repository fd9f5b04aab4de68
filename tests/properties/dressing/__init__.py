"""One clean month, dressed in the quirks of real offices and written as real files.

`month` holds the clean month; each quirk is a small value that turns a `Book` into another: `above`,
`headings`, `rows`, `below`, `hiding`, `sheets`, `text`, `values`, `people`, `forms` and `results`
hold one family each, `asked` the rows that nobody can be sure of: they must be asked about and
change nothing else; `shifted` headings after which nothing of a table may be used. `layout` gives
every cell its place and remembers which record it came from; `files`, `open_formats` and
`odd_files` write what Excel, a library or an export would have written; `wardrobe` draws any
combination, `reading` tells what comes back.
"""
