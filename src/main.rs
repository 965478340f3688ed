//! The `zhengzi` command. Everything it does stands in [`zhengzi::cli`].

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    zhengzi::cli::run(env::args_os().collect()).into()
}
