"""One formula shape per file; a rule set names the one it uses."""

from __future__ import annotations

from cadre_cli.scoring.method import Methods
from cadre_cli.scoring.methods import converted_products

METHODS: Methods = {method.name: method for method in (converted_products.METHOD,)}
