//! Readings that hang on the part a character plays in the sentence.

use super::facts::{self, Classes};
use super::token::{Pos, Token};
use crate::spelling::{Evidence, Join, Read, Syllable};

/// Corrects the readings of single characters and of doubled verbs.
pub fn read(tokens: &[Token], reads: &mut [Read]) {
    let mut number = 0;
    for (at, token) in tokens.iter().enumerate() {
        let count = token.count();
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        let after = tokens.get(at + 1);
        // 说说笑笑 keeps its tones.
        let pair = |token: Option<&Token>| token.is_some_and(|token| token.join == Join::Together && token.is_twice());
        let paired = pair(Some(token)) || pair(after);
        if let Some(own) = reads.get_mut(number..number + count) {
            match own {
                [read] => single(read, before, token, after),
                [.., last] if token.last() == "着" => aspect(last, "着"),
                [_, last] if token.last() == "过" && is_done(token) => aspect(last, "过"),
                [one, two] if one.char == two.char && is_tried(token) && !paired => neutral(two),
                _ => {}
            }
        }
        number += count;
    }
}

fn single(read: &mut Read, before: Option<&Token>, token: &Token, after: Option<&Token>) {
    let joined = token.join == Join::Together;
    if let Some(verb) = before.filter(|before| joined && before.text == token.text) {
        if is_tried(verb) {
            neutral(read);
        }
        return;
    }
    if token.text == "儿" && joined {
        read.syllable = Some(Syllable::ERHUA);
        return;
    }
    // What a word or a name says counts more.
    if !matches!(read.evidence, Evidence::Usual) {
        return;
    }
    if let Some(reading) = class(before, token, after, joined).and_then(|class| facts::reading(token.text, class)) {
        read.syllable = Some(reading);
    }
}

/// As a member of which class a character of several readings stands here.
fn class(before: Option<&Token>, token: &Token, after: Option<&Token>, joined: bool) -> Option<Classes> {
    let is = |class| token.class.any(class);
    let follows = |class: Classes| before.is_some_and(|before| before.class.any(class));
    let pos = |token: Option<&Token>, wanted: &[Pos]| token.is_some_and(|token| wanted.contains(&token.pos));
    if is(facts::ASPECT) && joined && !(token.text == "过" && follows(facts::MOTION)) {
        return Some(facts::ASPECT);
    }
    if is(facts::COMPLEMENT) && joined {
        return Some(facts::COMPLEMENT);
    }
    let counted = pos(before, &[Pos::Number]) || follows(facts::DEMONSTRATIVE) || follows(facts::DETERMINER);
    if is(facts::MEASURE) && counted {
        return Some(facts::MEASURE);
    }
    match token.text {
        // 我得去, 写得好
        "得" => {
            let verb = pos(before, &[Pos::Verb, Pos::Adjective, Pos::VerbNoun]);
            return Some(if verb { facts::PARTICLE } else { facts::ADVERB });
        }
        // 慢慢地走, 这块地
        "地" => {
            let manner = pos(before, &[Pos::Adjective, Pos::Function, Pos::State, Pos::Idiom, Pos::Phrase, Pos::Other]);
            let acts = pos(after, &[Pos::Verb, Pos::VerbNoun, Pos::Adjective, Pos::Function]);
            return (manner || acts && before.is_some()).then_some(facts::PARTICLE);
        }
        "还" if pos(after, &[Pos::Noun, Pos::Number]) => return None,
        _ => {}
    }
    [facts::PARTICLE, facts::ASPECT, facts::ADVERB, facts::PREPOSITION, facts::CONJUNCTION, facts::LOCALIZER]
        .into_iter()
        .find(|class| is(*class) && facts::reading(token.text, *class).is_some())
}

/// 着 and 过 after a verb, where no word says otherwise.
fn aspect(read: &mut Read, text: &str) {
    if read.evidence == Evidence::Usual {
        read.syllable = facts::reading(text, facts::ASPECT);
    }
}

/// 看过 is done, 走过 is a way.
fn is_done(token: &Token) -> bool {
    let verb = facts::classes(token.first());
    verb.any(facts::FREE) && !verb.any(facts::MOTION)
}

/// Whether saying the verb twice means trying: 看看, 试试.
fn is_tried(token: &Token) -> bool {
    matches!(token.pos, Pos::Verb | Pos::VerbNoun) && facts::classes(token.first()).any(facts::FREE)
}

fn neutral(read: &mut Read) {
    read.syllable = read.syllable.map(|syllable| syllable.with_tone(0));
}
