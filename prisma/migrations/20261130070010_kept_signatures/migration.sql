-- A signature that was kept with its body could be sent again under another topic, which no signature covers.
update webhook_deliveries set headers = headers - array['x-shopify-hmac-sha256', 'shopify-hmac-sha256', 'x-wc-webhook-signature']
where headers ?| array['x-shopify-hmac-sha256', 'shopify-hmac-sha256', 'x-wc-webhook-signature'];
