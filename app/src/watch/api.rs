//! The server function of the notices.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, rendered::PageContent};

/// The page of the notices: those of every car of this session, and the rules behind them.
///
/// # Errors
///
/// Those of [`crate::ports::Garage::notices`].
#[server(name = ReadNotices, endpoint = "notices", input = GetUrl)]
pub async fn read_notices() -> Result<PageContent, AppError> {
    use super::{content, model::Refused};
    use crate::{ports, status};

    let garage = status::of_result(ports::garage())?;
    let revision = status::of_result(garage.revision().await)?;
    let view = status::of_result(garage.notices().await)?;
    let open = u32::try_from(view.open.len()).unwrap_or(u32::MAX);
    let refused = use_context::<Refused>();
    Ok(content::page(&view, refused.as_ref()).of(revision, open))
}
