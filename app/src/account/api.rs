//! The server functions of leaving.

use leptos::prelude::*;

use crate::error::AppError;

/// Ends the session; the cars stay connected. Leads to the home page.
///
/// # Errors
///
/// Those of [`crate::ports::Garage::sign_out`].
#[server(name = SignOut, endpoint = "account/sign-out")]
pub async fn sign_out() -> Result<(), AppError> {
    use crate::{notice::model::Notice, ports, routes, status};

    let garage = status::of_result(ports::garage())?;
    status::of_result(garage.sign_out().await)?;
    leptos_axum::redirect(&routes::with_notice(routes::HOME, Notice::SignedOut));
    Ok(())
}

/// Disconnects every car, deletes everything and ends the session. Leads to the home page.
///
/// # Errors
///
/// Those of [`crate::ports::Garage::erase`].
#[server(name = Erase, endpoint = "account/erase")]
pub async fn erase() -> Result<(), AppError> {
    use crate::{notice::model::Notice, ports, routes, status};

    let garage = status::of_result(ports::garage())?;
    status::of_result(garage.erase().await)?;
    leptos_axum::redirect(&routes::with_notice(routes::HOME, Notice::Erased));
    Ok(())
}

#[cfg(test)]
mod tests {
    use leptos::server_fn::ServerFn;

    use super::*;

    #[test]
    fn the_forms_of_leaving_lead_here() {
        assert_eq!(SignOut::PATH, "/api/account/sign-out");
        assert_eq!(Erase::PATH, "/api/account/erase");
    }
}
