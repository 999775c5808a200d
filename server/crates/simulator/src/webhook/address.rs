//! Where a webhook may deliver to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::Url;

use crate::settings::is_loopback;

/// More than this is no address.
const LONGEST: usize = 2_048;

/// Reads the address of a receiver.
pub(super) fn read(text: &str, anywhere: bool) -> Result<Url, String> {
    if text.len() > LONGEST {
        return Err(format!("A callback URI has {LONGEST} characters at most."));
    }
    let url = Url::parse(text)
        .map_err(|error| format!("The callback URI is no absolute URL: {error}."))?;
    check(&url, anywhere)?;
    Ok(url)
}

/// Why nothing may be delivered there, if it may not. A tool for development must not be made to send
/// to the world.
pub(super) fn check(url: &Url, anywhere: bool) -> Result<(), String> {
    let host = url
        .host()
        .filter(|_| matches!(url.scheme(), "http" | "https"));
    let Some(host) = host else {
        return Err("A callback URI begins with http:// or https:// and a host.".to_owned());
    };
    if !url.username().is_empty() || url.password().is_some() || url.fragment().is_some() {
        return Err("A callback URI has no user name, password or fragment.".to_owned());
    }
    if url.port() == Some(0) {
        return Err("A callback URI has a port from 1 to 65535.".to_owned());
    }
    if !anywhere && !is_loopback(&host) {
        return Err(
            "A callback URI leads to this machine, unless the simulator may deliver anywhere."
                .to_owned(),
        );
    }
    Ok(())
}

/// Takes every name for this machine, so that nobody's name server decides where a delivery goes.
#[derive(Debug)]
pub(super) struct ThisMachine;

impl Resolve for ThisMachine {
    fn resolve(&self, _: Name) -> Resolving {
        let addresses = [
            IpAddr::V4(Ipv4Addr::LOCALHOST),
            IpAddr::V6(Ipv6Addr::LOCALHOST),
        ]
        .map(|address| SocketAddr::new(address, 0));
        let addresses: Addrs = Box::new(addresses.into_iter());
        Box::pin(std::future::ready(Ok(addresses)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_in_every_spelling() {
        for good in [
            "http://127.0.0.1:8000/webhooks/smartcar",
            "http://localhost:1/",
            "https://app.localhost/hook?tenant=1",
            "http://[::1]:8000/",
            "http://127.9.9.9/",
            "http://2130706433/",
        ] {
            assert!(read(good, false).is_ok(), "{good}");
        }
    }

    #[test]
    fn no_other_one_and_no_other_scheme() {
        let long = format!("http://localhost/{}", "a".repeat(LONGEST));
        for bad in [
            "",
            "/webhooks",
            "localhost:8000",
            "ftp://localhost/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/plain,x",
            "http://",
            "http://user@localhost/",
            "http://:secret@localhost/",
            "http://localhost/#fragment",
            "http://localhost:0/",
            "http://localhost:99999/",
            "http://localhost.example/",
            "http://localhost@example.com/",
            "http://example.com/",
            "http://169.254.169.254/latest/meta-data",
            "http://0.0.0.0:8000/",
            "http://10.0.0.1/",
            "http://[::ffff:8.8.8.8]/",
            "http://[fe80::1]/",
            &long,
        ] {
            assert!(read(bad, false).is_err(), "{bad}");
        }
        assert!(read("https://app.example/hook", true).is_ok());
        assert!(read("ftp://app.example/hook", true).is_err());
    }
}
