-- A column of milliseconds rounds: the now() that was written in it may lie half a millisecond ahead, so an end that came at once went unnoticed.
drop trigger audit_end on integration_secrets;
create trigger audit_end after update of previous_valid_until on integration_secrets
  for each row when (old.previous_valid_until > now() and new.previous_valid_until < old.previous_valid_until)
  execute function astra.audit_ended_secrets();
