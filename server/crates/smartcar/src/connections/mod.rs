//! Connections (reference 3).

mod connection;
mod filter;
mod page;
mod paging;
mod record;

pub use connection::Connection;
pub use filter::ConnectionFilter;
pub(crate) use page::Page;

use self::paging::{Paging, Progress};
use crate::{Client, ConnectionId, Error, transport::Route};

const LIST_CONNECTIONS: Route = Route::get("/v3/connections");
const GET_CONNECTION: Route = Route::get("/v3/connections/{id}");
const DELETE_CONNECTION: Route = Route::delete("/v3/connections/{id}");

impl Client {
    /// Lists the connections that match `filter`, from all pages, each once, in Smartcar's order
    /// (reference 3).
    ///
    /// Without [`ConnectionFilter::mode`] Smartcar lists live vehicles only. Smartcar may ignore a
    /// filter that it does not know: where it matters whose a connection is, check each with
    /// [`Connection::belongs_to`].
    ///
    /// An item that is not a connection is left out with a warning in the log. Pages are asked for
    /// by number; the addresses in the answer are not followed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for an empty identifier in
    /// the filter; [`ErrorKind::Decode`](crate::ErrorKind::Decode) if Smartcar repeats a page in
    /// place of the next; [`ErrorKind::TooLarge`](crate::ErrorKind::TooLarge) after 100 pages; and
    /// any failure of a request. There are no partial results.
    pub async fn connections(&self, filter: &ConnectionFilter) -> Result<Vec<Connection>, Error> {
        let mut address = LIST_CONNECTIONS.url(&self.origins().vehicle, &[])?;
        filter.write_to(&mut address)?;
        let mut paging = Paging::new(LIST_CONNECTIONS);
        loop {
            let url = paging.url(&address);
            let page: Page = self.send(LIST_CONNECTIONS, &url).await?.document()?;
            if paging.take(page)? == Progress::Complete {
                return Ok(paging.into_connections());
            }
        }
    }

    /// Reads one connection (reference 3).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for an identifier that
    /// cannot stand in a path, and any failure of the request.
    pub async fn connection(&self, id: &ConnectionId) -> Result<Connection, Error> {
        let url = GET_CONNECTION.url(&self.origins().vehicle, &[id.as_str()])?;
        self.send(GET_CONNECTION, &url).await?.resource()
    }

    /// Removes one connection (reference 3). It is sent once and not retried.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such connection (any
    /// more), which a caller may take for done;
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for an identifier that
    /// cannot stand in a path; and any failure of the request.
    pub async fn delete_connection(&self, id: &ConnectionId) -> Result<(), Error> {
        let url = DELETE_CONNECTION.url(&self.origins().vehicle, &[id.as_str()])?;
        self.send(DELETE_CONNECTION, &url).await?;
        Ok(())
    }
}
