"""The catalogue: how every finding is worded, each once (docs/contract.md#words-to-clerks).

``says`` may use {found}, which reads 填的是“…” or 空白, and the facts that the caller gives; so may
``remedy``, which begins with 请. Severity follows docs/contract.md#what-counts-exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledgerkit.model.finding import Severity

MUST, LOOK = Severity.MUST, Severity.LOOK


@dataclass(frozen=True, slots=True)
class Wording:
    """How one kind of finding is said; ``title`` names it in the table of checks."""

    severity: Severity
    title: str
    says: str
    remedy: str


FILE: dict[str, Wording] = {
    "file-empty": Wording(MUST, "空文件", "文件是空的(0 字节)", "请重新保存后再发一次"),
    "file-damaged": Wording(
        MUST,
        "文件损坏",
        "文件打不开,可能在发送时损坏了",
        "请用 Excel 或 WPS 打开原文件,另存为 .xlsx 后再发一次",
    ),
    "file-encrypted": Wording(
        MUST, "文件有密码", "文件设了打开密码,读不了", "请在 Excel 或 WPS 里取消密码,保存后再发一次"
    ),
    "file-inaccessible": Wording(
        MUST,
        "文件取不到",
        "文件读不了,可能正被别的程序占用,或没有读取权限",
        "请关闭打开它的程序后再运行一次",
    ),
    "file-not-workbook": Wording(
        MUST,
        "不是表格文件",
        "内容是{kind},不是 Excel 或 WPS 表格",
        "请把表格文件(.xlsx、.xls、.et)发来",
    ),
    "file-unrecognised": Wording(
        MUST,
        "不认识的表",
        "找不到任何一张台账的表头{nearest}",
        "请用发下来的空白表填,或保留原来的表头",
    ),
    "file-too-big": Wording(
        MUST,
        "文件过大",
        "{size},超出能读的范围",
        "请把表里的内容复制到发下来的空白表,另存后再发一次",
    ),
    "file-too-slow": Wording(
        MUST,
        "读取超时",
        "读了 {seconds} 秒还没读完",
        "请把表里的内容复制到发下来的空白表,另存后再发一次",
    ),
    "file-crashes": Wording(
        MUST,
        "文件内容异样",
        "文件内部的写法不合规,读不了",
        "请用 Excel 或 WPS 打开,另存为新的 .xlsx 后再发一次",
    ),
    "nothing-filed": Wording(
        LOOK,
        "没有内容",
        "一行也没有填,“本月无”也没有填“是”",
        "请补填内容;确实没有的,请在“本月无”填“是”",
    ),
    "nothing-but-rows": Wording(
        LOOK,
        "本月无与内容不符",
        "“本月无”填的是“是”,但表里有 {count} 行",
        "请核对:有内容的,请把“本月无”改为“否”",
    ),
    "month-unknown": Wording(
        LOOK,
        "月份不明",
        "“填报月份”、文件名和文件夹都看不出是哪个月的",
        "请在“填报月份”填写,例如 2026-10",
    ),
}

BLOCK: dict[str, Wording] = {
    "block-empty": Wording(LOOK, "填报信息不全", "“{label}”{found}", "请填写,例如 {example}"),
    "block-unreadable": Wording(
        LOOK, "填报信息读不出", "“{label}”{found},读不出来", "请改成 {example} 这样的写法"
    ),
    "block-unit-unknown": Wording(
        LOOK,
        "填报单位不在名录",
        "“填报单位”{found},名录里没有这个名称{nearest}",
        "请改成名录里的全称",
    ),
}

HEADER: dict[str, Wording] = {
    "column-missing": Wording(
        MUST, "缺少必填列", "找不到必填的列“{column}”", "请加上这一列,表头写“{column}”"
    ),
    "column-repeated": Wording(
        LOOK,
        "表头重复",
        "表头“{found_text}”出现了两次,只读了 {first} 这一列",
        "请核对,把多余的一列删去或改名",
    ),
}

CELL: dict[str, Wording] = {
    "required-empty": Wording(MUST, "必填项空白", "{found},这一列必须填", "请填写,例如 {example}"),
    "error-value": Wording(
        MUST, "公式出错", "{found},是公式算不出来的结果", "请改正公式,或直接填上内容"
    ),
    "formula-uncalculated": Wording(
        MUST, "公式没有计算", "填的是公式,但没有算出结果", "请用 Excel 或 WPS 打开并保存一次,再发来"
    ),
}

KIND: dict[str, Wording] = {
    "date-unreadable": Wording(
        MUST, "日期读不出", "{found},不是有效日期", "请改成 {example} 这样的写法"
    ),
    "date-without-year": Wording(
        MUST,
        "日期没有年份",
        "{found},没有写年份,也没有填报月份可以推断",
        "请写全年月日,例如 {example}",
    ),
    "date-ambiguous": Wording(
        LOOK,
        "日期可能少一个 0",
        "{found},读作 {read},也可能是 {other}",
        "请核对,改成 {example} 这样的写法",
    ),
    "date-outside-month": Wording(
        LOOK, "日期晚于填报月份", "{found},晚于填报月份 {month}", "请核对日期或填报月份"
    ),
    "time-unreadable": Wording(
        MUST, "时间读不出", "{found},不是有效时间", "请改成 09:30 这样的写法"
    ),
    "number-unreadable": Wording(
        MUST, "数字读不出", "{found},不是{expected}", "请只填数字,例如 {example}"
    ),
    "number-unusual": Wording(
        LOOK, "数字少见", "{found},{bound},这一列很少见", "请核对,填错的请改正"
    ),
    "choice-unknown": Wording(
        MUST, "选项之外的值", "{found},不在选项里{nearest}", "请从{choices}中选一个"
    ),
    "name-unknown": Wording(
        LOOK,
        "名称不在名录",
        "{found},名录的“{sheet_of}”里没有“{name}”{nearest}",
        "请核对名称;确实是新的,请告诉政法委办公室加进名录",
    ),
    "credit-code-wrong": Wording(
        LOOK, "信用代码校验不符", "{found},统一社会信用代码的校验位对不上", "请对照营业执照核对"
    ),
    "credit-code-lost": Wording(
        LOOK,
        "信用代码丢了位数",
        "{found},是按数字填的,后几位已经丢失",
        "请把单元格设为“文本”,再对照营业执照重填",
    ),
    "phone-odd": Wording(LOOK, "电话位数不对", "{found},不像电话号码", "请核对,例如 {example}"),
}

ROW: dict[str, Wording] = {
    "key-missing": Wording(
        MUST,
        "没有编号",
        "{found},这一行没有编号,暂按“{provisional}”汇总",
        "请填上编号,可用 {example}",
    ),
    "key-malformed": Wording(
        LOOK,
        "编号写法不合",
        "{found},不是“{prefix}-单位简称-年月-三位序号”的写法",
        "请核对,例如 {example}",
    ),
    "key-repeated": Wording(
        MUST, "编号重复", "{found},与 {other} 的编号相同", "请给其中一行换一个编号,可用 {example}"
    ),
    "key-other-unit": Wording(
        LOOK, "编号的单位不符", "{found},编号里的单位是“{named}”,这份表是“{unit}”报的", "请核对编号"
    ),
    "conditionally-required": Wording(
        LOOK, "按情况应填", "{found},因为“{when}”填的是“{word}”", "请填写“{column}”,例如 {example}"
    ),
    "date-order": Wording(
        LOOK, "日期先后颠倒", "{found},早于“{earlier}”({other}的 {day})", "请核对这两个日期"
    ),
    "words-contradict": Wording(
        LOOK, "两栏互相矛盾", "{found},但“{other}”填的是“{word}”", "请核对这两栏,改正其中一栏"
    ),
    "word-excludes": Wording(LOOK, "会被排除在外", "{found},{consequence}", "请核对是否填对"),
}

REFERENCE: dict[str, Wording] = {
    "reference-unknown": Wording(
        MUST,
        "引用的编号不存在",
        "{found},“{to}”里没有编号“{named}”{nearest}",
        "请改成“{to}”里有的编号",
    ),
    "date-before-referenced": Wording(
        LOOK,
        "日期早于所引用的一行",
        "{found},早于 {named} 的“{earlier}”({other},{day})",
        "请核对这两个日期",
    ),
    "referenced-differs": Wording(
        LOOK,
        "与所引用的一行不符",
        "{found},但 {named} 的“{other_column}”是“{value}”({other})",
        "请核对这两处,或核对引用的编号",
    ),
    "linked-row-missing": Wording(
        LOOK,
        "状态没有依据",
        "{found},但“{ledger}”里没有引用 {named} 并写明{columns}的一行",
        "请在“{ledger}”里补填,或核对这一栏",
    ),
    "firm-two-names": Wording(
        LOOK,
        "同一企业两个名称",
        "{found},与 {other} 的统一社会信用代码相同,名称却是“{name}”",
        "请核对企业名称",
    ),
}

SECRET: dict[str, Wording] = {
    "secret-marked": Wording(
        LOOK,
        "带密级标志",
        "填了密级标志“{mark}”,{scope}没有写进文书",
        "请核对;确属涉密的,请按保密规定另行报送,不要填在台账里",
    ),
    "secret-named": Wording(
        LOOK,
        "名称带密级标志",
        "名称里有密级标志“{mark}”,{scope}没有写进文书",
        "请核对;确属涉密的,请按保密规定另行报送,不要填在台账里",
    ),
    "secret-rows-withheld": Wording(
        LOOK,
        "涉密内容没有写进文书",
        "有 {count} 行带密级标志({rows}),没有写进任何文书",
        "请按保密规定另行办理;标错的,请改正后再运行一次",
    ),
    "secret-letter-withheld": Wording(
        LOOK,
        "文书带密级标志,没有写",
        "“{letter}”里有密级标志“{mark}”,没有写出",
        "请查看它的来源:“{text}”;标错的,请改正后再运行一次",
    ),
}

MERGE: dict[str, Wording] = {
    "owner-unknown": Wording(
        LOOK, "看不出是谁报的", "这一行看不出是哪个单位的,退回", "请填写“填报单位”"
    ),
    "key-conflict": Wording(
        LOOK,
        "编号冲突",
        "{found},与 {other} 的编号相同但内容不同,待裁定",
        "请两家核对;不是同一件事的,请换一个编号",
    ),
    "row-vanished": Wording(
        LOOK,
        "后报未见",
        "没有编号“{named}”的一行,先前报的有({other}),汇总时仍算在内",
        "请核对:漏了的请补上;确实不要的,请告诉政法委办公室",
    ),
}

GAP: dict[str, Wording] = {
    "problem-without-measure": Wording(
        LOOK, "问题没有措施", "{found},“解决措施清单”里没有针对它的措施", "请补填措施"
    ),
    "closed-without-feedback": Wording(
        LOOK, "办结没有反馈", "{found},已办结但过了反馈时限还没有反馈", "请反馈并填写反馈情况"
    ),
    "feedback-without-closing": Wording(
        LOOK,
        "反馈而未办结",
        "{found},已反馈“已解决”,问题却没有办结",
        "请核对问题的办理状态和办结日期",
    ),
    "transfer-without-pressing": Wording(
        LOOK,
        "移交后没有督促",
        "{found},移交后过了督促时限,没有督促也没有答复",
        "请督促并填写最近督促日期",
    ),
    "extension-ignored": Wording(
        LOOK,
        "延期不算数",
        "{found},延期须在到期日之前申请,写明原因和批准人;这次延期没有计入",
        "请核对延期各栏",
    ),
    "plan-passed": Wording(
        LOOK, "计划日期已过", "{found},计划完成日期已过,没有写进展", "请填写进展情况或实际完成日期"
    ),
    "meeting-without-minutes": Wording(
        LOOK, "开会没有纪要", "{found},会议已召开,没有纪要文号", "请补填纪要文号"
    ),
    "meeting-passed": Wording(
        LOOK, "会议日期已过", "{found},拟开日期已过,状态还是“计划”", "请改为已召开、延期或取消"
    ),
    "demand-without-problem": Wording(
        LOOK, "需求没有关联问题", "{found},需求来自走访,没有写关联的问题编号", "请填写关联问题编号"
    ),
}

RUN: dict[str, Wording] = {
    "chart-font-missing": Wording(
        LOOK,
        "缺中文字体",
        "这台电脑没有可用的中文字体,文书里的统计图没有画",
        "请安装一种中文字体(如 Noto Sans CJK SC 或 微软雅黑)后再运行一次",
    ),
    "fonts-missing": Wording(
        LOOK,
        "缺公文字体",
        "这台电脑没有 {fonts},显示和打印时会换成别的字体",
        "请安装这些字体,或在装有这些字体的电脑上打印",
    ),
}

WORD: dict[str, Wording] = {
    "word-empty": Wording(MUST, "空文件", "文件是空的(0 字节)", "请重新保存后再检查"),
    "word-damaged": Wording(
        MUST,
        "文书损坏",
        "文件打不开,内容不完整",
        "请用 Word 或 WPS 打开原文件,另存为 .docx 后再检查",
    ),
    "word-encrypted": Wording(
        MUST, "文书有密码", "文件设了打开密码,读不了", "请在 Word 或 WPS 里取消密码,保存后再检查"
    ),
    "word-old": Wording(
        MUST,
        "旧格式的文书",
        "内容是旧格式(.doc、.wps),不是 .docx",
        "请用 Word 或 WPS 打开,另存为 .docx 后再检查",
    ),
    "word-other": Wording(MUST, "不是文书", "内容不是 Word 文档(.docx)", "请选 .docx 文件"),
    "word-too-big": Wording(
        MUST, "文书过大", "文件解压后超过 256 MB", "请压缩或删去文中的图片,保存后再检查"
    ),
    "word-inaccessible": Wording(
        MUST,
        "文书取不到",
        "文件读不了,可能正被别的程序占用,或没有读取权限",
        "请关闭打开它的程序后再检查",
    ),
}

ROLLUP: dict[str, Wording] = {
    "district-twice": Wording(MUST, "区县写了两次", "“{folder}”写了两次", "请每个区县只写一次"),
    "rollup-into-district": Wording(
        MUST,
        "写进了区县的文件夹",
        "“{folder}”是区县自己的文件夹,结果不能写在这里",
        "请另写一个文件夹",
    ),
    "district-without-month": Wording(
        MUST,
        "区县没有这个月",
        "“{folder}”里没有{wanted}(现有:{there})",
        "请先运行 ledgerkit month,或改用 --month",
    ),
    "rollup-without-directory": Wording(
        LOOK,
        "汇总文件夹没有名录",
        "没有 名录.xlsx,通报按默认的发文机关和字体写",
        "请把填好“文书设置”的 名录.xlsx 放进“{folder}”后再运行",
    ),
    "district-edited": Wording(
        LOOK,
        "区县的总表有人改过",
        "总表在生成以后有人改过,各表按现在的内容汇总,数字按运行记录",
        "请核对改过的地方",
    ),
    "district-rows-differ": Wording(
        LOOK,
        "区县的行数对不上",
        "“{ledger}”现有 {shown} 行,运行记录是 {count} 行",
        "请让该区县重新运行 ledgerkit month 后再汇总",
    ),
    "district-another-day": Wording(
        LOOK, "区县的截至日不同", "截至 {day},与其他区县不是同一天", "请核对后再比较"
    ),
}

DIRECTORY: dict[str, Wording] = {
    "directory-missing": Wording(
        LOOK,
        "没有名录",
        "没有 名录.xlsx,全部按默认设置办理",
        "请运行 ledgerkit new 生成 名录.xlsx 并填写",
    ),
    "directory-sheet-missing": Wording(
        LOOK, "名录缺表", "没有“{sheet}”这张表,按默认设置办理", "请补上这张表"
    ),
    "directory-row-repeated": Wording(
        LOOK, "名录重复", "{found},与 {other} 重复,只按前一行办理", "请删去多余的一行"
    ),
    "directory-row-missing": Wording(
        LOOK, "名录缺行", "“{sheet}”里没有可用的“{line}”,按默认的 {shipped} 办理", "请补上这一行"
    ),
    "received-missing": Wording(
        LOOK, "没有收件文件夹", "没有“收件”文件夹,没有可以汇总的文件", "请核对文件夹是否选对"
    ),
    "waiver-ledger-unknown": Wording(
        LOOK, "豁免的表名不认识", "{found},没有这张表{nearest}", "请改成台账的表名,否则不起作用"
    ),
    "waiver-code-unknown": Wording(
        LOOK,
        "豁免的检查代码不认识",
        "{found},没有这项检查{nearest}",
        "请改成检查的代码或名称,否则不起作用",
    ),
    "waiver-expired": Wording(
        LOOK,
        "豁免已过期",
        "{found},已经过了,“{number}”的“{check}”重新提示",
        "请删去这一行,或经批准后写新的日期",
    ),
    "calendar-unknown": Wording(
        LOOK,
        "不知道放假安排",
        "{year} 年的放假安排还不知道,期限暂按周末推算",
        "请在“节假日”表里写上 {year} 年的放假和调休",
    ),
}

SECTIONS: dict[str, dict[str, Wording]] = {
    "整个文件": FILE,
    "填报信息": BLOCK,
    "表头": HEADER,
    "任何单元格": CELL,
    "单元格,按列的类型": KIND,
    "一行之内": ROW,
    "表与表之间": REFERENCE,
    "保密": SECRET,
    "汇总": MERGE,
    "断链": GAP,
    "运行的电脑": RUN,
    "要检查格式的文书": WORD,
    "区县汇总": ROLLUP,
    "名录": DIRECTORY,
}
"""What the findings are about, as the table of checks (docs/checks.md) is divided."""

CATALOGUE = {code: wording for section in SECTIONS.values() for code, wording in section.items()}
