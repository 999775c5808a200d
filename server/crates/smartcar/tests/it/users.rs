//! `Client::delete_user`.

use smartcar::{ErrorKind, UserId};
use wiremock::ResponseTemplate;

use crate::support::{USER_ID, answering, client, server, server_with_token};

#[tokio::test]
async fn deletes_a_user() {
    let server = server_with_token().await;
    let at = format!("/v3/users/{USER_ID}");
    answering("DELETE", &at, ResponseTemplate::new(204))
        .expect(1)
        .mount(&server)
        .await;
    client(&server)
        .delete_user(&UserId::new(USER_ID))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_user_who_is_gone_is_not_found() {
    let server = server_with_token().await;
    let at = format!("/v3/users/{USER_ID}");
    answering("DELETE", &at, ResponseTemplate::new(404))
        .expect(1)
        .mount(&server)
        .await;
    let error = client(&server)
        .delete_user(&UserId::new(USER_ID))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn nobody_cannot_be_deleted() {
    let server = server().await;
    let error = client(&server)
        .delete_user(&UserId::new(""))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
}
