//! Whether Carport is well.

use crate::support::TestCarport;

#[tokio::test]
async fn it_is_ready_while_the_database_answers_and_alive_without_it() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    browser.get("/readyz").await.assert_status(200);
    carport.state.store.close().await;
    browser.get("/readyz").await.assert_status(503);
    browser.get("/healthz").await.assert_status(200);
}

#[tokio::test]
async fn without_the_database_a_page_says_so_and_tells_nothing_else() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport.connect(&mut browser, "owner@example.com").await;
    carport.state.store.close().await;
    for address in ["/vehicle", "/login"] {
        browser
            .get(address)
            .await
            .assert_status(500)
            .assert_hides("sqlx")
            .assert_hides("pool");
    }
}
