//! A process that is killed while it decides: what it acknowledged is there, and nothing is there by halves.

use super::Desk;
use super::town::{csv, town};
use std::fs;
use std::io::Read;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Instant;
use zhengzi::case::entry;
use zhengzi::store::Store;

#[test]
fn a_killed_decision_is_there_or_not_but_never_lost_once_acknowledged() {
    let desk = Desk::new();
    fs::write(desk.path("名单.csv"), csv(&town(3, 400))).unwrap();
    desk.ok(&["import", "名单.csv", "--by", "张三", "-q"]);
    let numbers: Vec<String> = desk.problems().iter().map(|one| one["number"].as_str().unwrap().to_owned()).collect();
    assert!(numbers.len() >= 50);
    // How long a whole one takes here: the kills fall into all of it, and the last ones after it.
    let begun = Instant::now();
    desk.ok(&["decide", &numbers[0], "--verdict", "违规", "--by", "张三"]);
    let whole = begun.elapsed();
    let (mut acknowledged, mut killed) = (0, 0);
    for round in 0..24_u32 {
        let before = rows(&desk);
        let rows_of = numbers.iter().map(|number| format!("{number},误报,第{round}轮\r\n")).collect::<String>();
        fs::write(desk.path("表.csv"), format!("\u{feff}问题编号,认定,认定理由,名称\r\n{rows_of}")).unwrap();
        let mut command = desk.command(&["case", "decide", "--from", "表.csv", "--by", "张三"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        sleep(whole * round / 12);
        let ended = child.try_wait().unwrap().is_some();
        child.kill().unwrap(); // SIGKILL: nothing can be tidied up
        child.wait().unwrap();
        let mut said = String::new();
        child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        killed += usize::from(!ended);
        let after = rows(&desk);
        let written = after - before;
        assert!(written == 0 || written == numbers.len() as u64, "round {round}: {written} rows");
        if said.contains("已记下") {
            acknowledged += 1;
            assert_eq!(written, numbers.len() as u64, "round {round}: acknowledged and lost");
        }
    }
    // Both happened, else the test shows nothing.
    assert!(killed >= 3 && acknowledged >= 1, "{killed} killed, {acknowledged} acknowledged");
    println!("killed {killed}, acknowledged {acknowledged}");
}

/// Rows of the chain, which has to be whole.
fn rows(desk: &Desk) -> u64 {
    let store = Store::open(&desk.path("案卷.db")).unwrap();
    let chain = entry::verify(store.reader()).unwrap();
    assert_eq!(chain.broken, None);
    chain.whole
}

#[test]
fn an_altered_row_is_found() {
    let desk = Desk::new();
    fs::write(desk.path("名单.csv"), "店名,地址\n國泰麵館,人民路1号\n").unwrap();
    desk.ok(&["import", "名单.csv", "--by", "张三", "-q"]);
    desk.ok(&["decide", "2026-00001", "--verdict", "违规", "--by", "张三"]);
    desk.ok(&["decide", "2026-00002", "--verdict", "违规", "--by", "张三"]);
    assert!(desk.ok(&["log", "--verify"]).contains("共 3 条"));
    let raw = rusqlite::Connection::open(desk.path("案卷.db")).unwrap();
    let forge = "UPDATE entry SET detail = replace(detail, 'violation', 'false-alarm') WHERE id = 2";
    assert!(raw.execute(forge, []).is_err(), "rows are only appended");
    // Another problem under a number that was decided is found as well.
    raw.execute_batch("UPDATE problem SET text = '別' WHERE number = '2026-00002'").unwrap();
    let (code, _, err) = desk.case(&["log", "--verify"]);
    assert_eq!(code, Some(3));
    assert!(err.contains("第 3 条"), "{err}");
    raw.execute_batch("DROP TRIGGER entry_stands").unwrap();
    raw.execute(forge, []).unwrap();
    let (code, _, err) = desk.case(&["log", "--verify"]);
    assert_eq!(code, Some(3));
    assert!(err.contains("第 2 条"), "{err}");
}
