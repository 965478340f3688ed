//! The page, as a browser and its user get it.

use super::hash::{base64, sha256};
use super::{Outcome, Shared, english, record, render};
use std::fs::File;
use std::io::BufReader;
use zhengzi::i18n::Lang;
use zhengzi::report::output::Output;
use zhengzi::report::{Destination, Format, Look, Reporter, html, replay};

#[test]
fn the_page_asks_for_nothing_and_runs_nothing_foreign() -> Outcome {
    let page = render(Format::Html, &Look::default())?;
    assert_eq!(page.matches("<h1").count(), 1);
    assert!(page.contains("<html lang=\"zh-Hans-CN\">"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;"), "the hostile name is shown");
    assert_eq!(page.matches("<script").count(), 1);
    assert!(!page.contains("<img") && !page.contains('\u{202e}') && !page.contains('\u{1b}'));
    // Addresses may stand in the text of a list, never in a tag.
    for tag in page.split('<').skip(1).filter_map(|part| part.split_once('>').map(|(tag, _)| tag)) {
        let markup = !tag.starts_with('!') && !tag.contains("Content-Security-Policy");
        assert!(!markup || !tag.contains("://"), "{tag}");
        assert!(!tag.contains(" style=") && !tag.contains(" onerror") && !tag.contains(" onclick"), "{tag}");
    }
    assert!(page.contains("default-src 'none'"));
    for (hash, text) in [(html::STYLE_HASH, html::STYLE), (html::SCRIPT_HASH, html::SCRIPT)] {
        assert!(page.contains(hash) && page.contains(text));
        assert_eq!(hash, format!("sha256-{}", base64(&sha256(text.as_bytes()))), "put this hash into html.rs");
    }
    Ok(())
}

#[test]
fn the_page_is_built_for_every_reader() -> Outcome {
    for look in [Look::default(), english()] {
        let page = render(Format::Html, &look)?;
        let mut level = 1;
        for heading in page.split("<h").skip(1).filter_map(|part| part.chars().next()?.to_digit(10)) {
            assert!(heading <= level + 1, "h{heading} follows h{level}");
            level = heading;
        }
        assert_eq!(page.matches("<table").count(), page.matches("<caption>").count());
        assert!(page.split("<th").skip(1).all(|th| th.starts_with(" scope=") || th.starts_with("ead")));
        assert!(page.contains("class=\"skip\" href=\"#main\"") && page.contains("id=\"main\""));
        assert!(page.contains("<title id=\"chart-title\">") && page.contains("<desc id=\"chart-desc\">"));
        assert!(!page.contains("{{") && !page.contains("{%"));
    }
    Ok(())
}

#[test]
fn a_long_page_is_cut_and_says_so() -> Outcome {
    let shared = Shared::default();
    let output = Output::open(Destination::Writer(Box::new(shared.clone())), Lang::Zh)?;
    let limits = html::Limits { findings: 5, others: 1 };
    let reporter: Box<dyn Reporter> = Box::new(html::Html::with_limits(output, Lang::Zh, limits));
    replay(BufReader::new(File::open(record())?), &mut [reporter])?;
    let page = shared.text()?;
    assert_eq!(page.matches("<tr data-severity").count(), 5);
    assert!(page.contains("问题共 16 处，本页只列出前 5 处；全部明细请看 xlsx 台账或 jsonl 记录"));
    assert!(page.contains("问题 16 处 = 违规 8 + 疑似 5 + 建议 2 + 提示 1，相符"));
    Ok(())
}
