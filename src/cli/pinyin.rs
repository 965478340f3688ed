//! `zhengzi pinyin`: standard spelling, a line out for a line in.

mod lines;
mod record;

use super::talk::Talk;
use super::{Exit, Failure, given};
use crate::document::Scene;
use crate::engine;
use crate::i18n::{Lang, Msg};
use crate::lexicon::Lexicon;
use crate::read::{Input, Options};
use crate::spelling::{Case, Speller, Spelling, Tone, passport};
use clap::ArgMatches;
use lines::{Line, Lines};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let first = given::paths(matches, "path").find(|path| path.as_os_str() != "-");
    let settings = given::settings(matches, talk, first.map_or(Path::new("."), |path| path.as_path()))?;
    let talk = Talk { lang: settings.lang.value, ..talk };
    let scene = given::text(matches, "scene").and_then(Scene::parse).unwrap_or(Scene::Document);
    let in_passport = matches.get_flag("passport");
    if in_passport && scene != Scene::PersonName {
        return Err(Failure::Message(ONLY_PERSONS.get(talk.lang).into()));
    }
    let dictionaries = given::dictionaries(&settings, talk.lang)?;
    let lexicon = Lexicon::with_user(&dictionaries.terms);
    let job = Job {
        speller: Speller::new(&lexicon),
        scene,
        in_passport,
        tone: match given::text(matches, "tone") {
            Some("none") => Tone::None,
            Some("number") => Tone::Number,
            _ => Tone::Mark,
        },
        case: match given::text(matches, "case") {
            Some("upper") => Case::Upper,
            Some("lower") => Case::Lower,
            _ => Case::Standard,
        },
        json: matches.get_flag("json"),
        talk,
    };
    let options = Options { encoding: settings.encoding.value, by_line: true, ..Options::default() };
    let inputs = given::paths(matches, "path").map(|path| match path.as_os_str() {
        dash if dash == "-" => Input::Stdin,
        _ => Input::File(path.clone()),
    });
    let mut inputs: Vec<Input> = inputs.collect();
    if inputs.is_empty() {
        inputs.push(Input::Stdin);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    let mut exit = Exit::Clean;
    for input in inputs {
        if !job.read(&input, &options, &mut out)? {
            exit = Exit::Unreadable;
        }
    }
    out.flush()?;
    // The program ends here; to free its tables one by one would take longer than a short text.
    std::mem::forget(lexicon);
    Ok(exit)
}

struct Job<'l> {
    speller: Speller<'l>,
    scene: Scene,
    in_passport: bool,
    tone: Tone,
    case: Case,
    json: bool,
    talk: Talk,
}

impl Job<'_> {
    /// Spells one input; whether all of it could be read.
    fn read(&self, input: &Input, options: &Options, out: &mut impl Write) -> Result<bool, Failure> {
        let name = match input {
            Input::File(path) => path.display().to_string(),
            _ => "-".to_owned(),
        };
        let mut whole = true;
        for line in Lines::open(input, options) {
            match line {
                Line::Text { number, text, starts, ended } => {
                    self.line((&name, number), &text, (starts, ended), out)?
                }
                Line::Loss(loss) => {
                    let lost = engine::loss(&name, &loss, self.talk.lang);
                    whole &= !lost.unreadable;
                    out.flush()?;
                    self.talk.error(&place(&name, &lost.scope, &lost.reason, self.talk.lang));
                }
            }
        }
        Ok(whole)
    }

    /// Writes the spelling of a line, or of a piece of one that is too long to be held.
    fn line(
        &self,
        (name, number): (&str, u64),
        text: &str,
        (starts, ended): (bool, bool),
        out: &mut impl Write,
    ) -> io::Result<()> {
        let spellings = self.spell(text);
        if self.json {
            return writeln!(out, "{}", record::of(self, name, number, text, &spellings));
        }
        let first = spellings.first().map(|spelling| self.render(spelling)).unwrap_or_default();
        if !starts && !first.is_empty() {
            out.write_all(b" ")?;
        }
        out.write_all(first.as_bytes())?;
        out.write_all(if ended { b"\n" } else { b"" })
    }

    /// The spellings of a line, the standard one first.
    fn spell(&self, text: &str) -> Vec<Spelling> {
        match self.scene {
            Scene::PlaceName => self.speller.place(text.trim()),
            Scene::PersonName => self.speller.person(text.trim()),
            _ => vec![self.speller.text(text)],
        }
    }

    fn render(&self, spelling: &Spelling) -> String {
        if self.in_passport { passport(spelling) } else { spelling.render(self.tone, self.case) }
    }
}

/// A sentence about a part of an input.
fn place(name: &str, scope: &str, reason: &str, lang: Lang) -> String {
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    let scope = if scope.is_empty() { String::new() } else { format!(" {scope}") };
    format!("{name}{scope}{colon}{reason}")
}

const ONLY_PERSONS: Msg = Msg::new(
    "--passport 是护照等证件上的人名拼写，请同时写 --scene person-name。",
    "--passport is how names are spelt in passports: give --scene person-name as well.",
);
