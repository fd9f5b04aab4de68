"""What the conditions of a class may measure; a share is a fraction of 1, a yes is 1 and a no is 0."""

from __future__ import annotations

from collections.abc import Mapping

MEASURES: Mapping[str, str] = {
    "tasks_done": "phần nhiệm vụ đã hoàn thành",
    "tasks_on_time_good": "phần nhiệm vụ hoàn thành đúng tiến độ, bảo đảm chất lượng",
    "tasks_beyond": "phần nhiệm vụ hoàn thành vượt mức",
    "tasks_late_or_poor": "phần tiêu chí chậm tiến độ hoặc chất lượng thấp",
    "tasks_late": "phần nhiệm vụ chậm tiến độ",
    "effect_high": "hiệu quả cao (có hoặc không)",
    "shortcomings_remedied": "phần hạn chế, khuyết điểm đã khắc phục",
    "unit_done": "phần chỉ tiêu, nhiệm vụ của đơn vị phụ trách đã hoàn thành",
    "unit_on_time_good": "phần chỉ tiêu của đơn vị phụ trách đúng tiến độ, bảo đảm chất lượng",
    "unit_beyond": "phần chỉ tiêu của đơn vị phụ trách hoàn thành vượt mức",
    "units_completed": "phần đơn vị trực thuộc xếp loại từ Hoàn thành trở lên",
    "units_good": "phần đơn vị trực thuộc xếp loại từ Hoàn thành tốt trở lên",
    "programme_done": "phần nhiệm vụ theo chương trình, kế hoạch năm đã thực hiện",
    "units_failed": "số đơn vị trực thuộc trực tiếp xếp loại Không hoàn thành",
    "wrongdoing_concluded": "có kết luận về sai phạm trong công tác cán bộ, mất đoàn kết, bè phái, chạy chức, chạy quyền (có hoặc không)",
    "unit_corruption": "đơn vị phụ trách có tham nhũng và bị xử lý (có hoặc không)",
    "members_disciplined": "số đơn vị trực thuộc, thành viên lãnh đạo bị kỷ luật",
}
