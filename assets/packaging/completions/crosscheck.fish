# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_crosscheck_global_optspecs
    string join \n h/help V/version
end

function __fish_crosscheck_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_crosscheck_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_crosscheck_using_subcommand
    set -l cmd (__fish_crosscheck_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c crosscheck -n "__fish_crosscheck_needs_command" -s h -l help -d 'Print help'
complete -c crosscheck -n "__fish_crosscheck_needs_command" -s V -l version -d 'Print version'
complete -c crosscheck -n "__fish_crosscheck_needs_command" -a "compare" -d 'Compares articles: prints a summary or saves reports'
complete -c crosscheck -n "__fish_crosscheck_needs_command" -a "report" -d 'Writes the reports of a saved session, with its decisions and notes'
complete -c crosscheck -n "__fish_crosscheck_needs_command" -a "merge" -d 'Puts two sessions of the same texts together, of two readers'
complete -c crosscheck -n "__fish_crosscheck_needs_command" -a "verify" -d 'Verifies a saved session: its texts are unchanged, and the same findings come out'
complete -c crosscheck -n "__fish_crosscheck_needs_command" -a "read" -d 'Shows what is read of each file: title, outlet, date, text, and what was left out'
complete -c crosscheck -n "__fish_crosscheck_needs_command" -a "figures" -d 'Lists the figures of a text with their values'
complete -c crosscheck -n "__fish_crosscheck_needs_command" -a "batch" -d 'Compares many stories: one story per line (NDJSON) in, one comparison per line out, in input order'
complete -c crosscheck -n "__fish_crosscheck_needs_command" -a "schema" -d 'Prints the JSON Schema of what `compare --format json` and `batch` write'
complete -c crosscheck -n "__fish_crosscheck_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand compare" -s o -l output -d 'Saves a report in the format of its ending: html, docx, md, xlsx, csv, json, txt, jsonld (Web Annotation) or xml (TEI). May be given several times' -r -F
complete -c crosscheck -n "__fish_crosscheck_using_subcommand compare" -l session -d 'Saves the articles and what was decided about them as a session, which the window opens; ends in .crosscheck' -r -F
complete -c crosscheck -n "__fish_crosscheck_using_subcommand compare" -l format -d 'The format, whatever the ending; without -o of what is printed' -r -f -a "text\t''
json\t''
md\t''
csv\t''
html\t''"
complete -c crosscheck -n "__fish_crosscheck_using_subcommand compare" -l min-score -d 'In JSON also list claim links below the aligner\'s own threshold that score at least this, 0 to 1' -r
complete -c crosscheck -n "__fish_crosscheck_using_subcommand compare" -l title -d 'The report\'s title' -r
complete -c crosscheck -n "__fish_crosscheck_using_subcommand compare" -l reviewer -d 'Who made the comparison, for the report' -r
complete -c crosscheck -n "__fish_crosscheck_using_subcommand compare" -l date -d 'When it was made, for the report; printed as given' -r
complete -c crosscheck -n "__fish_crosscheck_using_subcommand compare" -l only -d 'Leaves out of the reports what is none of these; several are parted by commas' -r -f -a "conflict\t'Conflicts, the program\'s and those a person confirmed'
difference\t'Every difference that counts'
decided\t'What a person confirmed or dismissed'
open\t'What nobody has decided about'
notes\t'Notes, and the findings that have one'"
complete -c crosscheck -n "__fish_crosscheck_using_subcommand compare" -l fail-on -d 'What gives status 1: a conflict, or any difference (as without this). With unread alone nothing does; a file that could not be read always gives status 2' -r -f -a "conflict\t'A conflict that holds: open or confirmed'
difference\t'Any difference that counts'
unread\t'Only a file that could not be read'"
complete -c crosscheck -n "__fish_crosscheck_using_subcommand compare" -l hints -d 'In plain text also list the weaker hints, which are counted only otherwise'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand compare" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand report" -s o -l output -d 'Saves a report in the format of its ending: html, docx, md, xlsx, csv, json, txt, jsonld (Web Annotation) or xml (TEI). May be given several times; without it a summary is printed' -r -F
complete -c crosscheck -n "__fish_crosscheck_using_subcommand report" -l title -d 'The report\'s title' -r
complete -c crosscheck -n "__fish_crosscheck_using_subcommand report" -l reviewer -d 'Who made the comparison, for the report' -r
complete -c crosscheck -n "__fish_crosscheck_using_subcommand report" -l date -d 'When it was made, for the report; printed as given' -r
complete -c crosscheck -n "__fish_crosscheck_using_subcommand report" -l only -d 'Leaves out of the reports what is none of these; several are parted by commas' -r -f -a "conflict\t'Conflicts, the program\'s and those a person confirmed'
difference\t'Every difference that counts'
decided\t'What a person confirmed or dismissed'
open\t'What nobody has decided about'
notes\t'Notes, and the findings that have one'"
complete -c crosscheck -n "__fish_crosscheck_using_subcommand report" -l fail-on -d 'What gives status 1: a conflict, or any difference (as without this). With unread alone nothing does; a file that could not be read always gives status 2' -r -f -a "conflict\t'A conflict that holds: open or confirmed'
difference\t'Any difference that counts'
unread\t'Only a file that could not be read'"
complete -c crosscheck -n "__fish_crosscheck_using_subcommand report" -l hints -d 'In plain text also list the weaker hints, which are counted only otherwise'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand merge" -s o -l output -d 'Where both go; ends in .crosscheck' -r -F
complete -c crosscheck -n "__fish_crosscheck_using_subcommand merge" -s h -l help -d 'Print help'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand verify" -s h -l help -d 'Print help'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand read" -l apart -d 'Reads standard input as a file of this name and answers in the program\'s own way: see `article::open`' -r
complete -c crosscheck -n "__fish_crosscheck_using_subcommand read" -l format -d 'A summary for people, or one JSON object a line' -r -f -a "text\t''
json\t''"
complete -c crosscheck -n "__fish_crosscheck_using_subcommand read" -s h -l help -d 'Print help'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand figures" -l format -d 'A table for people, or one JSON object a line for each text' -r -f -a "text\t''
json\t''"
complete -c crosscheck -n "__fish_crosscheck_using_subcommand figures" -s h -l help -d 'Print help'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand batch" -l min-score -d 'Also list claim links below the aligner\'s own threshold that score at least this, 0 to 1' -r
complete -c crosscheck -n "__fish_crosscheck_using_subcommand batch" -s h -l help -d 'Print help'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand schema" -s h -l help -d 'Print help'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand help; and not __fish_seen_subcommand_from compare report merge verify read figures batch schema help" -f -a "compare" -d 'Compares articles: prints a summary or saves reports'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand help; and not __fish_seen_subcommand_from compare report merge verify read figures batch schema help" -f -a "report" -d 'Writes the reports of a saved session, with its decisions and notes'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand help; and not __fish_seen_subcommand_from compare report merge verify read figures batch schema help" -f -a "merge" -d 'Puts two sessions of the same texts together, of two readers'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand help; and not __fish_seen_subcommand_from compare report merge verify read figures batch schema help" -f -a "verify" -d 'Verifies a saved session: its texts are unchanged, and the same findings come out'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand help; and not __fish_seen_subcommand_from compare report merge verify read figures batch schema help" -f -a "read" -d 'Shows what is read of each file: title, outlet, date, text, and what was left out'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand help; and not __fish_seen_subcommand_from compare report merge verify read figures batch schema help" -f -a "figures" -d 'Lists the figures of a text with their values'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand help; and not __fish_seen_subcommand_from compare report merge verify read figures batch schema help" -f -a "batch" -d 'Compares many stories: one story per line (NDJSON) in, one comparison per line out, in input order'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand help; and not __fish_seen_subcommand_from compare report merge verify read figures batch schema help" -f -a "schema" -d 'Prints the JSON Schema of what `compare --format json` and `batch` write'
complete -c crosscheck -n "__fish_crosscheck_using_subcommand help; and not __fish_seen_subcommand_from compare report merge verify read figures batch schema help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
