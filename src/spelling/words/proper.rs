//! Proper names inside running text: capitals and their own division (GB/T 16159-2012, 6.2 and 6.3).

use super::facts;
use super::token::{self, Pos, Token};
use crate::spelling::tables::names;
use crate::spelling::{Join, Sound, Speller, Spelling, generic_of, surname};

/// Finds the names among the tokens, divides them and gives them their capitals.
pub fn name<'t>(speller: &Speller<'t>, tokens: Vec<Token<'t>>, stretch: &'t str) -> Vec<Token<'t>> {
    let mut namer = Namer { speller, stretch, out: Vec::with_capacity(tokens.len() + 4) };
    let mut at = 0;
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        at += namer.person(rest).or_else(|| namer.short(rest)).or_else(|| namer.place(rest)).unwrap_or_else(|| {
            namer.other(rest);
            1
        });
    }
    institutions(&mut namer.out);
    namer.out
}

struct Namer<'s, 'l, 't> {
    speller: &'s Speller<'l>,
    stretch: &'t str,
    out: Vec<Token<'t>>,
}

impl<'t> Namer<'_, '_, 't> {
    /// A person at the start of the tokens: how many of them the name takes.
    fn person(&mut self, tokens: &[Token<'t>]) -> Option<usize> {
        // 石家庄 begins with a surname and is a city all the same.
        let city = |first: &Token| first.pos == Pos::PersonName && names().lists(first.text);
        let (first, rest) = tokens.split_first().filter(|(first, _)| !city(first))?;
        let next = rest.first();
        let before_title = next.is_some_and(|next| names().titles.contains(next.text));
        if before_title && first.class.any(facts::STRICT_SURNAME) {
            self.out.push(Token { capital: true, pos: Pos::PersonName, ..first.clone() });
            return Some(1);
        }
        // 老王, 小李
        if first.class.any(facts::CALLED) && next.is_some_and(|next| next.class.any(facts::RARE_HEAD)) {
            self.out.extend(tokens.iter().take(2).map(|token| Token { capital: true, ..token.clone() }));
            return Some(2);
        }
        let head = facts::classes(first.first());
        let called = first.count() == 2 && first.pos == Pos::PersonName && head.any(facts::CALLED);
        if called && facts::classes(first.rest()).any(facts::STRICT_SURNAME) {
            let at = first.first().len();
            for part in [0..at, at..first.text.len()] {
                self.out.push(Token { capital: true, ..first.part(part, Pos::PersonName) });
            }
            return Some(1);
        }
        let taken = match first.count() {
            1 if first.class.any(facts::RARE_HEAD) => 1 + given(rest)?,
            2 if first.pos == Pos::PersonName && head.any(facts::RARE_HEAD) => 1,
            3 if first.pos == Pos::PersonName && head.any(facts::STRICT_SURNAME) => 1,
            3 | 4
                if first.pos == Pos::PersonName
                    && surname(first.text).is_some_and(|(length, _)| length > '王'.len_utf8()) =>
            {
                1
            }
            _ => return None,
        };
        let end = tokens.get(taken - 1)?.bytes().end;
        let name = self.stretch.get(first.at..end)?;
        self.push(self.speller.person(name).first()?, first.at, Pos::PersonName);
        Some(taken)
    }

    /// A place, with the generic behind it.
    fn place(&mut self, tokens: &[Token<'t>]) -> Option<usize> {
        // The segmenter takes some cities for persons.
        let tagged =
            |token: &Token| token.pos == Pos::PlaceName || (token.pos == Pos::PersonName && names().lists(token.text));
        let is_place = |token: &&Token| tagged(token) && !token.is_single() && !token.class.any(facts::COMMON);
        let first = tokens.first().filter(is_place).filter(|token| is_place_word(token.text))?;
        let with = tokens.get(1).map(|next| next.bytes().end).and_then(|end| self.stretch.get(first.at..end));
        let longer = with.filter(|name| names().divisions.get(name).is_some());
        let name = longer.unwrap_or(first.text);
        let spelling = self.speller.place(name);
        // A name that signs spell after another language follows its Chinese reading here.
        let read = |unit: &crate::spelling::Unit| matches!(unit.sound, Sound::Syllable(_));
        match spelling.first().filter(|spelling| spelling.units.iter().all(read)) {
            Some(spelling) => self.push(spelling, first.at, Pos::PlaceName),
            None => self.out.push(Token { capital: true, ..first.clone() }),
        }
        Some(if longer.is_some() { 2 } else { 1 })
    }

    /// Places by their short names: 沪宁高速, 长三角.
    fn short(&mut self, tokens: &[Token<'t>]) -> Option<usize> {
        let first = tokens.first()?;
        if first.rest() == "三角" && is_abbreviation(first.first()) {
            self.hyphenate(first, &[first.first().len()]);
            return Some(1);
        }
        let is_short = |text: &str| {
            text.char_indices().all(|(at, c)| text.get(at..at + c.len_utf8()).is_some_and(is_abbreviation))
        };
        // 京广线 and 京广 | 铁路
        let line = facts::classes(first.last()).any(facts::LINE) && first.count() > 2;
        let head = if line { first.text.get(..first.text.len() - first.last().len())? } else { first.text };
        let followed = line || tokens.get(1).is_some_and(|next| next.class.any(facts::LINE)) || first.pos == Pos::Short;
        if first.is_single() || !followed || !is_short(head) || is_division(head) {
            return None;
        }
        let cuts: Vec<usize> = head.char_indices().skip(1).map(|(at, _)| at).collect();
        self.hyphenate(&first.part(0..head.len(), Pos::PlaceName), &cuts);
        if line {
            let last = first.part(head.len()..first.text.len(), Pos::PlaceName);
            self.out.push(Token { capital: true, ..last });
        }
        Some(1)
    }

    fn hyphenate(&mut self, token: &Token<'t>, cuts: &[usize]) {
        let ends = cuts.iter().copied().chain([token.text.len()]);
        let mut start = 0;
        for end in ends {
            let join = if start == 0 { token.join } else { Join::Hyphen };
            self.out.push(Token { join, capital: true, ..token.part(start..end, Pos::PlaceName) });
            start = end;
        }
    }

    /// Festivals, other names of the tables, and what is left.
    fn other(&mut self, tokens: &[Token<'t>]) {
        let Some(token) = tokens.first() else { return };
        let stem = token.text.strip_suffix('节').unwrap_or_default();
        if facts::classes(stem).any(facts::FESTIVAL) {
            let day = token.part(stem.len()..token.text.len(), token.pos);
            self.out.push(Token { capital: true, ..token.part(0..stem.len(), token.pos) });
            self.out.push(Token { capital: true, ..day });
            return;
        }
        let before_day = token.class.any(facts::FESTIVAL) && tokens.get(1).is_some_and(|next| next.text == "节");
        let day = token.text == "节" && self.out.last().is_some_and(|last| last.capital);
        let capital = before_day || day || self.is_proper(token);
        self.out.push(Token { capital, ..token.clone() });
    }

    fn is_proper(&self, token: &Token) -> bool {
        if token.class.any(facts::PROPER) {
            return true;
        }
        let named = token.pos == Pos::Organisation || matches!(token.last(), "人" | "话" | "菜" | "籍" | "队" | "族");
        match token.count() {
            2 => token.pos == Pos::ProperName && token.last() == "族",
            3.. if named => {
                let head = token.text.get(..token.offset(2)).unwrap_or_default();
                let cut = token::cut(self.speller.lexicon, head);
                let place = cut.first().is_some_and(|head| head.pos == Pos::PlaceName);
                place || token.pos == Pos::ProperName && token.last() == "族"
            }
            _ => false,
        }
    }

    /// Takes over the division of a name that was spelt as such.
    fn push(&mut self, spelling: &Spelling, start: usize, pos: Pos) {
        let mut units = spelling.units.iter().peekable();
        let mut first = true;
        while let Some(unit) = units.next() {
            let mut end = unit.at.end;
            while let Some(more) = units.next_if(|more| more.join == Join::Together) {
                end = more.at.end;
            }
            let text = self.stretch.get(start + unit.at.start..start + end).unwrap_or_default();
            let join = if first { Join::Space } else { unit.join };
            self.out.push(Token { join, capital: unit.capital, ..Token::new(start + unit.at.start, text, pos) });
            first = false;
        }
    }
}

/// How many of the tokens behind a surname are its given name.
fn given(tokens: &[Token]) -> Option<usize> {
    let is_name = |token: &&Token| {
        let busy = facts::GRAMMAR.or(facts::ADVERB).or(facts::PREPOSITION).or(facts::CONJUNCTION).or(facts::STATE);
        token.is_single() && !token.class.any(busy) && token.pos != Pos::Number
    };
    if let Some(first) = tokens.first().filter(|token| token.pos == Pos::PersonName && token.count() == 2) {
        return Some(usize::from(!first.text.is_empty()));
    }
    Some(tokens.iter().take(2).take_while(is_name).count()).filter(|count| *count > 0)
}

/// Whether a word that the segmenter takes for a place is one: it tags 太阳 and 东西 so too. A place of the tables, one that
/// ends in a generic, or one of the characters that foreign names are written with.
fn is_place_word(word: &str) -> bool {
    const FOREIGN: &str = "阿埃艾安奥澳巴白柏班邦保贝本比彼宾波伯勃博布查达代戴丹黛德得的登迪底蒂丁杜多顿敦俄厄尔法凡菲芬丰佛夫弗福盖冈高戈哥格葛根贡古关圭哈海汉赫黑亨洪胡华惠霍基吉加迦佳贾金君喀卡开坎康考柯科可克肯库宽坤拉莱赖兰郎朗劳勒雷黎里理利立丽连林隆卢鲁伦伦罗洛马玛迈麦曼芒毛梅门蒙孟米密敏缅明摩莫墨默姆木穆慕那纳南内尼涅宁纽努诺欧帕潘庞佩彭皮匹平珀普齐奇恰钱乔切沁琼丘热日荣瑞撒萨塞赛桑瑟沙舍圣施士斯思苏素绥所索塔泰坦汤特提廷图土托瓦万旺威韦维魏温文沃翁沃乌武西希锡悉夏香新休叙雅亚延扬耶叶伊以意因印英尤约越匝赞泽扎詹哲芝朱卓兹佐";
    let known = names();
    known.lists(word)
        || known.romanized.values().any(|old| old.name == word)
        || (word.chars().nth(2).is_some() && generic_of(word).is_some())
        || word.chars().all(|c| FOREIGN.contains(c))
}

/// Whether a character stands for a place: 京, 沪.
fn is_abbreviation(char: &str) -> bool {
    names().elements.get(char).is_some_and(|classes| classes.split(' ').any(|class| class == "简称"))
}

/// Whether it is the name of a division without its generic: 武汉, 银川.
fn is_division(name: &str) -> bool {
    ["市", "县", "省", "区"].iter().any(|generic| names().divisions.get(&[name, generic].concat()).is_some())
}

/// Names of several words that begin with a proper name and end with what they are: 中华人民共和国, 五四运动.
fn institutions(tokens: &mut [Token]) {
    let mut start = 0;
    while start < tokens.len() {
        let rest = tokens.get_mut(start..).unwrap_or_default();
        let length = institution(rest);
        rest.iter_mut()
            .take(length)
            .filter(|token| token.join != Join::Together)
            .for_each(|token| token.capital = true);
        start += length.max(1);
    }
}

/// The number of tokens such a name takes, or none.
fn institution(tokens: &[Token]) -> usize {
    let date = |tokens: &[Token]| match tokens {
        [month, day, event @ ..] if month.pos == Pos::Number && day.join == Join::Hyphen && month.text != "第" => {
            let run = event.iter().take_while(|token| token.pos.is_nominal() || token.capital || token.text == "节");
            let ends = |token: &Token| token.class.any(facts::INSTITUTION) || token.text == "节";
            run.enumerate().filter(|(_, token)| ends(token)).last().map(|(last, _)| last + 3)
        }
        _ => None,
    };
    if let Some(length) = date(tokens) {
        return length;
    }
    let begins =
        tokens.first().is_some_and(|first| first.pos.is_proper() && (first.capital || first.pos == Pos::ProperName));
    if !begins {
        return 0;
    }
    let run = tokens.iter().take_while(|token| token.pos.is_nominal() || token.capital).count();
    let run = tokens.get(..run).unwrap_or_default();
    run.iter().rposition(|token| token.class.any(facts::INSTITUTION)).map_or(0, |last| last + 1)
}
