//! Users (reference 3).

use crate::{Client, Error, UserId, transport::Route};

const DELETE_USER: Route = Route::delete("/v3/users/{id}");

impl Client {
    /// Deletes a user and all the user's connections to this application (reference 3). It is sent
    /// once and not retried.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such user (any more),
    /// which a caller may take for done;
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for an identifier that
    /// cannot stand in a path; and any failure of the request.
    pub async fn delete_user(&self, id: &UserId) -> Result<(), Error> {
        let url = DELETE_USER.url(&self.origins().vehicle, &[id.as_str()])?;
        self.send(DELETE_USER, &url).await?;
        Ok(())
    }
}
