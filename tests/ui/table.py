"""Reading a table as a person does: every cell that is looked at is there."""

from PySide6.QtWidgets import QTableWidget, QTableWidgetItem


def cell(table: QTableWidget, row: int, column: int) -> QTableWidgetItem:
    """Return the cell of `table` at `row` and `column`, both counted from 0."""
    found = table.item(row, column)
    assert found is not None, f"nothing stands in row {row}, column {column}"
    return found
