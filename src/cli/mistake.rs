//! A mistake in the user's `zhengzi.toml`, shown where it stands.

use super::Failure;
use super::talk::os;
use crate::config::error::{ConfigError, Kind, Mistake};
use crate::i18n::{Lang, Msg};
use crate::report::words::fill;
use crate::text::sanitize;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// Tells of a configuration that cannot be used, where it can with its line and a caret.
pub fn failure(error: &ConfigError, lang: Lang, color: bool) -> Failure {
    let path = error.path.display().to_string();
    let path = sanitize::line(&path);
    let word = Level::ERROR.with_name(ERROR.get(lang));
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let (text, span, mistake) = match error.kind.as_ref() {
        Kind::Unread(error) => return Failure::Message(fill(UNREAD.get(lang), &[&path, &os(error, lang)])),
        Kind::At { text, span, mistake } => (text, span, mistake),
    };
    let (title, help) = words(mistake, lang);
    // The parser may point behind the last byte. A file that steers the terminal is not shown, only named.
    let span = span.start.min(text.len())..span.end.min(text.len());
    let shown = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let steers = |c: char| sanitize::is_hidden(c) && !matches!(c, '\n' | '\r' | '\t');
    let safe = !shown.contains(steers) && text.get(span.clone()).is_some();
    let mut snippet = Snippet::source(if safe { text.as_str() } else { "" }).path(path.as_ref());
    if safe {
        snippet = snippet.annotation(AnnotationKind::Primary.span(span));
    }
    let group = word.primary_title(title.as_str()).element(snippet);
    let group = match &help {
        Some(help) => group.element(Level::HELP.with_name(HELP.get(lang)).message(help.as_str())),
        None => group,
    };
    Failure::Rendered(renderer.render(&[group]))
}

/// The sentence, and what to do.
fn words(mistake: &Mistake, lang: Lang) -> (String, Option<String>) {
    match mistake {
        Mistake::Syntax(words) => (fill(SYNTAX.get(lang), &[&sanitize::line(words)]), None),
        Mistake::Key(key, near, known) => {
            let help = near.map(|near| fill(NEAR.get(lang), &[&near]));
            let help = help.unwrap_or_else(|| fill(KNOWN.get(lang), &[known]));
            (fill(KEY.get(lang), &[&sanitize::line(key)]), Some(help))
        }
        Mistake::Value(wrong) => (sanitize::line(&wrong.message(lang)).into_owned(), None),
    }
}

const ERROR: Msg = Msg::new("错误", "error");
const HELP: Msg = Msg::new("建议", "help");
const UNREAD: Msg = Msg::new(
    "读不出配置文件“{}”：{}。请核对路径和权限。",
    "cannot read the configuration “{}”: {}. Check the path and the permissions.",
);
const SYNTAX: Msg = Msg::new("不是有效的 TOML：{}", "this is not TOML: {}");
const KEY: Msg = Msg::new("没有“{}”这个设置", "there is no setting “{}”");
const NEAR: Msg = Msg::new("是不是“{}”？", "did you mean “{}”?");
const KNOWN: Msg = Msg::new("可用的设置：{}", "the settings are: {}");
