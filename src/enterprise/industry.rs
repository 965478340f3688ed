//! 行业或者经营特点: the words of trades at the end of a name.

use super::parse::Chars;
use super::tables::tables;

/// Whether `chars[from..to]` is words of trades and nothing else.
pub fn covers(chars: &Chars, from: usize, to: usize) -> bool {
    ends(chars, from, to).first().copied().unwrap_or(false)
}

/// Where the trade begins in `chars[from..to]`; at `to` where there is none, at `from` where there is nothing else.
pub fn begin(chars: &Chars, from: usize, to: usize) -> usize {
    let fits = ends(chars, from, to);
    // 大众|汽车: also a word of trades, and known as a trade name.
    let known =
        (from + 2..to).rev().find(|end| fits[*end - from] && tables().trade_names.contains(chars.slice(from, *end)));
    if let Some(known) = known {
        return known;
    }
    if tables().trade_names.contains(chars.slice(from, to)) {
        return to;
    }
    // The trade name has two characters, so the trade begins behind them at the earliest; 指南针|科技发展.
    let whole = fits.first().copied().unwrap_or(false).then_some(0);
    let behind = (2..fits.len()).find(|n| fits[*n]);
    let single = fits.get(1).copied().unwrap_or(false).then_some(1);
    from + whole.or(behind).or(single).unwrap_or(to - from)
}

/// By character: whether what stands from there on is words of trades.
fn ends(chars: &Chars, from: usize, to: usize) -> Vec<bool> {
    let tables = tables();
    let mut fits = vec![false; (to - from) + 1];
    if let Some(last) = fits.last_mut() {
        *last = true;
    }
    for at in (from..to).rev() {
        let reach = to.min(at + tables.longest[0]);
        fits[at - from] =
            (at + 1..=reach).any(|end| fits[end - from] && tables.industries.contains_key(chars.slice(at, end)));
    }
    fits.pop(); // nothing is no trade
    fits
}

/// Whether the words of `chars[from..to]` make a name with nothing but a division before them: 北京|银行.
pub fn stands_alone(chars: &Chars, from: usize, to: usize) -> bool {
    (from..to).any(|at| (at + 1..=to).any(|end| tables().industries.get(chars.slice(at, end)) == Some(&true)))
}
