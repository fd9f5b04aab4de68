"""How offices head what the class of an organisation asks beside points (NĐ 335 Đ8)."""

from __future__ import annotations

from collections.abc import Mapping

MEASURED: Mapping[str, tuple[str, ...]] = {
    "tasks_on_time_good": (
        "Nhiệm vụ đúng tiến độ, chất lượng (%)",
        "Nhiệm vụ hoàn thành đúng tiến độ, bảo đảm chất lượng, hiệu quả",
        "Nhiệm vụ hoàn thành đúng tiến độ, bảo đảm chất lượng",
        "Tỷ lệ nhiệm vụ đúng tiến độ, chất lượng",
        "Tỷ lệ nhiệm vụ hoàn thành đúng tiến độ, bảo đảm chất lượng",
        "Đúng tiến độ, bảo đảm chất lượng (%)",
        "Đúng tiến độ, chất lượng (%)",
    ),
    "tasks_beyond": (
        "Nhiệm vụ vượt mức (%)",
        "Nhiệm vụ hoàn thành vượt mức",
        "Nhiệm vụ hoàn thành vượt mức yêu cầu",
        "Tỷ lệ nhiệm vụ vượt mức",
        "Tỷ lệ nhiệm vụ hoàn thành vượt mức",
        "Vượt mức (%)",
        "Hoàn thành vượt mức (%)",
    ),
    "tasks_done": (
        "Nhiệm vụ hoàn thành (%)",
        "Tỷ lệ nhiệm vụ hoàn thành",
        "Tỷ lệ hoàn thành nhiệm vụ",
        "Tỷ lệ hoàn thành nhiệm vụ được giao",
        "Hoàn thành nhiệm vụ (%)",
    ),
    "tasks_late": (
        "Nhiệm vụ chậm (%)",
        "Nhiệm vụ chậm tiến độ (%)",
        "Tỷ lệ nhiệm vụ chậm",
        "Tỷ lệ nhiệm vụ chậm tiến độ",
        "Chậm tiến độ (%)",
    ),
    "units_failed": (
        "Số đơn vị trực thuộc không hoàn thành",
        "Đơn vị trực thuộc không hoàn thành nhiệm vụ",
        "Số đơn vị trực thuộc không hoàn thành nhiệm vụ",
    ),
    "shortcomings_remedied": (
        "Khắc phục hạn chế, khuyết điểm",
        "Đã khắc phục hạn chế, khuyết điểm",
        "Hạn chế, khuyết điểm đã khắc phục",
        "Hạn chế, khuyết điểm đã khắc phục (%)",
        "Tỷ lệ khắc phục hạn chế, khuyết điểm",
    ),
    "programme_done": (
        "Thực hiện chương trình, kế hoạch năm (%)",
        "Tỷ lệ thực hiện chương trình, kế hoạch năm",
        "Tỷ lệ thực hiện chương trình, kế hoạch",
        "Nhiệm vụ theo chương trình, kế hoạch năm (%)",
    ),
    "wrongdoing_concluded": (
        "Kết luận sai phạm",
        "Có kết luận sai phạm",
        "Kết luận về sai phạm, mất đoàn kết",
        "Kết luận sai phạm, mất đoàn kết nội bộ",
    ),
}
"""The measure of a condition → its headings."""

SHARES = frozenset(
    {
        "tasks_on_time_good",
        "tasks_beyond",
        "tasks_done",
        "tasks_late",
        "shortcomings_remedied",
        "programme_done",
    }
)
"""Measures that are parts of a whole."""

COUNTS = frozenset({"units_failed"})
"""Measures that count."""
