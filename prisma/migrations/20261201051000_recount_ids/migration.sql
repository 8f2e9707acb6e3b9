-- Who asks for a recount names the workspace and nothing else.
revoke insert (id) on figure_recounts from authenticated;
