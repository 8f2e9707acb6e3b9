-- Stock is settled at the end of a transaction, where no function around it says any more that plans are made once: to plan took three times as
-- long as to settle. So did to ask whether an order is served at all, each time that somebody changed a lead.
alter function astra.settle_due() set plan_cache_mode = force_generic_plan;
alter function astra.settle_due() set enable_seqscan = off;
alter function astra.note_stock(uuid[]) set plan_cache_mode = force_generic_plan;
alter function astra.note_stock(uuid[]) set enable_seqscan = off;
