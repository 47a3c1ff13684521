"""Fills in a form with openpyxl: fill_form.py FORM FILLED VALUES.json; values as in workbook.mjs, dates as {"date": …}."""
import datetime
import json
import sys

import openpyxl

form, filled, values = sys.argv[1:]
book = openpyxl.load_workbook(form)
for name, rows in json.load(open(values, encoding="utf-8")).items():
    sheet = book[name]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row in sheet.iter_rows(min_row=2):
        wanted = next((rows[cell.value] for cell in row if cell.value in rows), {})
        for heading, value in wanted.items():
            if isinstance(value, dict):
                value = datetime.date.fromisoformat(value["date"])
            sheet.cell(row[0].row, columns[heading]).value = value
book.save(filled)
