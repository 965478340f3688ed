//! The blocks at a terminal.

use super::{Outcome, Shared, english, render};
use zhengzi::record::{Event, NotChecked, Run, Summary};
use zhengzi::report::{Destination, Format, Look, open};

#[test]
fn the_terminal_shows_findings_as_compilers_do() -> Outcome {
    let text = render(Format::Term, &Look::default())?;
    let blocks: Vec<&str> = text.split("\n\n").collect();
    assert_eq!(
        blocks[0],
        "\
违规[ZI-001 traditional]: “廠”是繁体字，规范字为“厂”。
 --> 名单/shops.xlsx · 表1 · B7（第7行，名称）
  |
7 | 红星机械廠
  |         ^^
  |
  = 规范写法: 厂
  = 依据: 《国家通用语言文字法》第十五条第四项（2026-01-01施行）
  = 依据: 《通用规范汉字表》附件1（2013-06-05施行）"
    );
    assert_eq!(
        blocks[10],
        "\
疑似[CI-001 misspelling]: “按装”应写作“安装”。
 --> 稿件/通知.txt:3:14
  |
3 | 二是认真布署安全生产工作，按装消防设备。
  |                           ^^^^
  |
  = 规范写法: 安装"
    );
    assert_eq!(
        blocks.last().copied(),
        Some(
            "\
检查结果
  问题 16 处 = 违规 8 + 疑似 5 + 建议 2 + 提示 1，相符
  名单 24 行 = 合格 15 + 有问题 8 + 未能读取 1，相符
  文本 12 行；字符 10240 个，其中汉字 10100 个；文件 4 个，其中 2 个未能读完
  已排除 3 处（用 --show-kept 查看）
  未检查 3 项：
  - 名单/shops.xlsx · 表1 第21行：这一行的名称单元格是错误值 #REF!，请在原表中改正后再查。
  - 图片/IMG_2031.jpg：不是程序能读的格式，请先录入文字。
  - 字形（错笔画、缺笔、自造合体字）在文字中看不到，需要看实物或照片。
  规则说明：zhengzi explain ZI-001
"
        )
    );
    Ok(())
}

#[test]
fn nothing_from_outside_steers_the_terminal() -> Outcome {
    for (color, show_kept) in [(false, false), (true, true)] {
        let text = render(Format::Term, &Look { color, show_kept, width: 80, ..Look::default() })?;
        let plain = without_colors(&text);
        for line in plain.lines() {
            assert!(!line.contains(zhengzi::text::sanitize::is_hidden), "{line:?}");
        }
        assert_eq!(text.contains('\u{1b}'), color);
        assert_eq!(text.contains("人名“毕昇”"), show_kept);
        assert!(text.contains("<U+202E>") && text.contains("<U+001B>[31m红<U+0007>"));
        // The context of 10,000 characters is cut, the caret still under the wrong form.
        assert!(plain.lines().all(|line| line.chars().count() < 200));
    }
    Ok(())
}

/// Takes out what sets a colour, and nothing else that steers a terminal.
fn without_colors(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        plain.push_str(rest.strip_prefix('m').unwrap_or("\u{1b}"));
    }
    plain
}

#[test]
fn a_clean_run_still_says_what_was_not_looked_at() -> Outcome {
    let shared = Shared::default();
    let mut report = open(Format::Term, Destination::Writer(Box::new(shared.clone())), &english())?;
    report.event(&Event::Run(Run::default()))?;
    let glyph = NotChecked { why: "glyph".into(), reason: "glyphs need a photo".into(), ..NotChecked::default() };
    report.event(&Event::NotChecked(glyph))?;
    report.event(&Event::Summary(Summary { not_checked: 1, ..Summary::default() }))?;
    report.finish()?;
    let text = shared.text()?;
    assert!(text.starts_with("Nothing found\n") && text.contains("- glyphs need a photo"), "{text}");
    Ok(())
}

#[test]
fn counts_that_do_not_add_up_are_called_so() -> Outcome {
    let shared = Shared::default();
    let mut report = open(Format::Term, Destination::Writer(Box::new(shared.clone())), &Look::default())?;
    report.event(&Event::Run(Run::default()))?;
    let summary = Summary { records: 3, records_clean: 1, findings: 2, interrupted: true, ..Summary::default() };
    report.event(&Event::Summary(summary))?;
    report.finish()?;
    let text = shared.text()?;
    assert_eq!(text.matches("不相符").count(), 2, "{text}");
    assert!(text.contains("检查在结束前被中断"), "{text}");
    Ok(())
}
