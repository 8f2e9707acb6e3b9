-- People read which orders wait for a SKU that nothing serves, by the rule that reserves stock.
grant execute on function astra.stock_place(boolean, text, text, text, text) to authenticated;
