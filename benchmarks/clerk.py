"""What a clerk's own script does, as a measure: all sheets by pandas, grouped, styled by openpyxl.

    python benchmarks/clerk.py thang-03.xlsx ket-qua.xlsx

It checks nothing and scores by bare sums; it is here to be timed, never to be used.
"""

import sys

import pandas
from openpyxl import load_workbook
from openpyxl.styles import Alignment, Border, Font, Side


def main(source: str, target: str) -> None:
    """Sums by person on one sheet, the tasks on another."""
    sheets = pandas.read_excel(source, sheet_name=None, engine="openpyxl", header=4)
    tasks, common = sheets["Giao việc"], sheets["Tiêu chí chung"]
    tasks["given"] = tasks["Số lượng giao"] * tasks["Hệ số"]
    tasks["done"] = tasks["Số lượng hoàn thành"] * tasks["Hệ số"]
    summary = tasks.groupby("Người thực hiện")[["given", "done"]].sum().reset_index()
    points = common.set_index("Họ và tên").iloc[:, 1:].sum(axis=1)
    summary["common"] = summary["Người thực hiện"].map(points)
    summary["total"] = summary["common"] + 70 * summary["done"] / summary["given"]
    with pandas.ExcelWriter(target, engine="openpyxl") as writer:
        summary.to_excel(writer, sheet_name="Tổng hợp", index=False)
        tasks.to_excel(writer, sheet_name="Chi tiết", index=False)
    book = load_workbook(target)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                side = Side(style="thin")
                cell.font = Font(name="Times New Roman", size=11, bold=cell.row == 1)
                cell.border = Border(left=side, right=side, top=side, bottom=side)
                cell.alignment = Alignment(wrap_text=True, vertical="center")
    book.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
