//! zhengzi (正字) checks signage, names and texts against the PRC's standards of Chinese characters and word forms.
//!
//! The flow is one way: [`read`] turns bytes into [`document`]s, [`check`] sees candidates in them, [`decide`] makes
//! findings of candidates, [`engine`] runs that in parallel and hands [`record`]s to [`report`].
//!
//! ```
//! use zhengzi::{Session, document::Scene};
//!
//! let session = Session::national("2026-11-23").unwrap();
//! let findings = session.check_text("城南麵館", Scene::Signboard);
//! assert_eq!(findings[0].text, "麵");
//! assert_eq!(findings[0].suggestions, ["面"]);
//! ```

pub mod baseline;
pub mod case;
pub mod check;
pub mod cli;
pub mod config;
pub mod data;
pub mod decide;
pub mod document;
pub mod engine;
pub mod enterprise;
pub mod exception;
pub mod i18n;
pub mod lexicon;
pub mod papers;
pub mod proof;
pub mod read;
pub mod record;
pub mod report;
pub mod rule;
mod session;
pub mod source;
pub mod spelling;
pub mod store;
pub mod text;

pub use session::Session;
