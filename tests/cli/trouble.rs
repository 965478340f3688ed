//! What happens when something fails: input, disk, pipe, patience.

use crate::{Story, done, events};
use std::process::Stdio;

/// Enough wrong characters to fill any pipe, and not enough for a wait.
fn much() -> String {
    "國際大酒店\n".repeat(20_000)
}

#[test]
fn what_cannot_be_read_is_said_and_makes_the_status_three() {
    let story = Story::new();
    story.file("in/好.txt", "麵\n").file("in/图.txt", b"\x89PNG\r\n\x1a\n1234").file("in/空.txt", "");
    let done = story.run(&["check", "in", "无此文件", "--format", "jsonl"]);
    assert_eq!(done.code, Some(3));
    let summary = done.summary();
    assert_eq!(
        (&summary["sources"], &summary["sources_unreadable"], &summary["findings"]),
        (&4.into(), &3.into(), &1.into())
    );
    assert!(done.err.contains("无此文件：找不到文件"), "{}", done.err);
}

#[test]
fn an_empty_folder_is_not_a_clean_one() {
    let story = Story::new();
    story.file("in/照片.jpg", "x");
    let done = story.run(&["check", "in"]);
    assert_eq!(done.code, Some(3));
    assert!(!done.out.contains("没有发现问题") && done.out.contains("没有认得的文件"), "{done:?}");
}

#[test]
fn nothing_to_check_is_a_mistake() {
    let done = Story::new().run(&["check"]);
    assert!(done.code == Some(2) && done.err.contains("没有写明要检查什么"), "{done:?}");
}

#[test]
fn a_missing_folder_is_named() {
    let story = Story::new();
    let done = story.run(&["check", "--text", "麵", "-o", "没有/报告.csv"]);
    assert_eq!(done.code, Some(2));
    assert!(done.err.contains("没有/报告.csv") && done.err.contains("请先建好这个文件夹"), "{}", done.err);
}

// Pipes, devices and /proc as Linux has them.
#[cfg(target_os = "linux")]
mod linux {
    use super::*;
    use std::io::{Read, Write};
    use std::os::unix::fs::PermissionsExt;
    use std::process::{Child, Command};
    use std::time::Duration;

    #[test]
    fn a_reader_that_goes_away_is_no_failure() {
        let story = Story::new();
        story.file("多.txt", much());
        let mut command = story.command();
        command.args(["check", "多.txt"]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut first = [0; 64];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let done = done(child.wait_with_output().unwrap());
        assert_eq!((done.code, done.err.as_str()), (Some(0), ""));
    }

    #[test]
    fn other_reports_are_finished_when_the_pipe_closes() {
        let story = Story::new();
        story.file("多.txt", much());
        let mut command = story.command();
        command.args(["check", "多.txt", "--format", "term", "-o", "记录.jsonl", "-q"]).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        assert_eq!(child.wait().unwrap().code(), Some(1));
        assert_eq!(events(&story.read("记录.jsonl")).pop().unwrap()["findings"], 40_000);
    }

    #[test]
    fn a_full_disk_spares_the_old_report_and_the_other_reports() {
        let story = Story::new();
        story.file("多.txt", much()).file("记录.jsonl", "旧\n");
        // The shell limits the size of files, which fails as a full disk does.
        let script = "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\"";
        let arguments = ["check", "多.txt", "-o", "记录.jsonl", "-o", "报告.txt", "--format", "json"];
        let output =
            story.clean("sh").args(["-c", script, env!("CARGO_BIN_EXE_zhengzi")]).args(arguments).output().unwrap();
        let done = done(output);
        assert_eq!(done.code, Some(2), "{}", done.err);
        assert!(done.err.contains("写不进“记录.jsonl”"), "{}", done.err);
        assert_eq!(story.read("记录.jsonl"), "旧\n");
        let json: serde_json::Value = serde_json::from_str(&done.out).unwrap();
        assert_eq!(json["summary"]["findings"], 40_000);
        assert_eq!(story.names("."), ["多.txt", "记录.jsonl"], "no unfinished file stays");
    }

    #[test]
    fn a_device_without_room_is_said() {
        let story = Story::new();
        for arguments in [&["check", "--text", "麵"][..], &["lookup", "麵"], &["rules"], &["check", "--help"]] {
            let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
            let output = story.command().args(arguments).stdout(full).output().unwrap();
            let done = done(output);
            assert_eq!(done.code, Some(2), "{arguments:?} {}", done.err);
            assert!(!done.err.contains("panicked"), "{}", done.err);
        }
    }

    #[test]
    fn a_folder_without_permission_is_said() {
        let story = Story::new();
        story.file("锁/旧.csv", "旧").file("私/内.txt", "麵");
        let set =
            |name: &str, mode| std::fs::set_permissions(story.path(name), PermissionsExt::from_mode(mode)).unwrap();
        set("锁", 0o555);
        set("私", 0o000);
        let rights = std::fs::read_dir(story.path("私")).is_err();
        let write = story.run(&["check", "--text", "麵", "-o", "锁/旧.csv"]);
        let read = story.run(&["check", "私"]);
        set("锁", 0o755);
        set("私", 0o755);
        if !rights {
            return; // for root there are no locks
        }
        assert!(write.code == Some(2) && write.err.contains("有权写入"), "{write:?}");
        assert_eq!(story.read("锁/旧.csv"), "旧");
        assert!(read.code == Some(3) && read.out.contains("没有权限"), "{read:?}");
    }

    /// Waits until the program has taken over Ctrl-C.
    fn ready(child: &Child) {
        let status = format!("/proc/{}/status", child.id());
        for _ in 0..200 {
            let text = std::fs::read_to_string(&status).unwrap_or_default();
            let caught = text.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap_or("2");
            if u64::from_str_radix(caught.trim(), 16).unwrap() & 2 != 0 {
                std::thread::sleep(Duration::from_millis(100));
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn interrupt(child: &Child) {
        let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    #[test]
    fn an_interrupted_run_finishes_its_reports_and_says_so() {
        let story = Story::new();
        story.file("一.txt", "麵\n");
        let mut command = story.command();
        command.args(["check", "一.txt", "-", "-o", "记录.jsonl", "-o", "报告.html", "--jobs", "1"]);
        let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all("國".as_bytes()).unwrap();
        ready(&child);
        interrupt(&child);
        let done = done(child.wait_with_output().unwrap());
        drop(input);
        assert_eq!(done.code, Some(130), "{}", done.err);
        assert!(done.err.contains("检查被中断"), "{}", done.err);
        let summary = events(&story.read("记录.jsonl")).pop().unwrap();
        assert_eq!((&summary["interrupted"], &summary["findings"]), (&true.into(), &1.into()));
        assert!(story.read("报告.html").contains("被中断"));
    }

    #[test]
    fn a_pipe_without_a_writer_can_be_interrupted() {
        let story = Story::new();
        let made = Command::new("mkfifo").arg(story.path("管")).status().unwrap();
        assert!(made.success());
        let mut command = story.command();
        command.args(["check", "管"]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        ready(&child);
        interrupt(&child);
        let done = done(child.wait_with_output().unwrap());
        assert_eq!(done.code, Some(130));
        assert!(done.out.contains("被中断") && !done.out.contains("没有发现问题"), "{done:?}");
    }
}
