
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'crosscheck' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'crosscheck'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'crosscheck' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('compare', 'compare', [CompletionResultType]::ParameterValue, 'Compares articles: prints a summary or saves reports')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Writes the reports of a saved session, with its decisions and notes')
            [CompletionResult]::new('merge', 'merge', [CompletionResultType]::ParameterValue, 'Puts two sessions of the same texts together, of two readers')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verifies a saved session: its texts are unchanged, and the same findings come out')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Shows what is read of each file: title, outlet, date, text, and what was left out')
            [CompletionResult]::new('figures', 'figures', [CompletionResultType]::ParameterValue, 'Lists the figures of a text with their values')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Compares many stories: one story per line (NDJSON) in, one comparison per line out, in input order')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Prints the JSON Schema of what `compare --format json` and `batch` write')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'crosscheck;compare' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Saves a report in the format of its ending: html, docx, md, xlsx, csv, json, txt, jsonld (Web Annotation) or xml (TEI). May be given several times')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Saves a report in the format of its ending: html, docx, md, xlsx, csv, json, txt, jsonld (Web Annotation) or xml (TEI). May be given several times')
            [CompletionResult]::new('--session', '--session', [CompletionResultType]::ParameterName, 'Saves the articles and what was decided about them as a session, which the window opens; ends in .crosscheck')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format, whatever the ending; without -o of what is printed')
            [CompletionResult]::new('--min-score', '--min-score', [CompletionResultType]::ParameterName, 'In JSON also list claim links below the aligner''s own threshold that score at least this, 0 to 1')
            [CompletionResult]::new('--title', '--title', [CompletionResultType]::ParameterName, 'The report''s title')
            [CompletionResult]::new('--reviewer', '--reviewer', [CompletionResultType]::ParameterName, 'Who made the comparison, for the report')
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'When it was made, for the report; printed as given')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Leaves out of the reports what is none of these; several are parted by commas')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'What gives status 1: a conflict, or any difference (as without this). With unread alone nothing does; a file that could not be read always gives status 2')
            [CompletionResult]::new('--hints', '--hints', [CompletionResultType]::ParameterName, 'In plain text also list the weaker hints, which are counted only otherwise')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'crosscheck;report' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Saves a report in the format of its ending: html, docx, md, xlsx, csv, json, txt, jsonld (Web Annotation) or xml (TEI). May be given several times; without it a summary is printed')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Saves a report in the format of its ending: html, docx, md, xlsx, csv, json, txt, jsonld (Web Annotation) or xml (TEI). May be given several times; without it a summary is printed')
            [CompletionResult]::new('--title', '--title', [CompletionResultType]::ParameterName, 'The report''s title')
            [CompletionResult]::new('--reviewer', '--reviewer', [CompletionResultType]::ParameterName, 'Who made the comparison, for the report')
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'When it was made, for the report; printed as given')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Leaves out of the reports what is none of these; several are parted by commas')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'What gives status 1: a conflict, or any difference (as without this). With unread alone nothing does; a file that could not be read always gives status 2')
            [CompletionResult]::new('--hints', '--hints', [CompletionResultType]::ParameterName, 'In plain text also list the weaker hints, which are counted only otherwise')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'crosscheck;merge' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Where both go; ends in .crosscheck')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Where both go; ends in .crosscheck')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'crosscheck;verify' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'crosscheck;read' {
            [CompletionResult]::new('--apart', '--apart', [CompletionResultType]::ParameterName, 'Reads standard input as a file of this name and answers in the program''s own way: see `article::open`')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'A summary for people, or one JSON object a line')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'crosscheck;figures' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'A table for people, or one JSON object a line for each text')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'crosscheck;batch' {
            [CompletionResult]::new('--min-score', '--min-score', [CompletionResultType]::ParameterName, 'Also list claim links below the aligner''s own threshold that score at least this, 0 to 1')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'crosscheck;schema' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'crosscheck;help' {
            [CompletionResult]::new('compare', 'compare', [CompletionResultType]::ParameterValue, 'Compares articles: prints a summary or saves reports')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Writes the reports of a saved session, with its decisions and notes')
            [CompletionResult]::new('merge', 'merge', [CompletionResultType]::ParameterValue, 'Puts two sessions of the same texts together, of two readers')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verifies a saved session: its texts are unchanged, and the same findings come out')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Shows what is read of each file: title, outlet, date, text, and what was left out')
            [CompletionResult]::new('figures', 'figures', [CompletionResultType]::ParameterValue, 'Lists the figures of a text with their values')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Compares many stories: one story per line (NDJSON) in, one comparison per line out, in input order')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Prints the JSON Schema of what `compare --format json` and `batch` write')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'crosscheck;help;compare' {
            break
        }
        'crosscheck;help;report' {
            break
        }
        'crosscheck;help;merge' {
            break
        }
        'crosscheck;help;verify' {
            break
        }
        'crosscheck;help;read' {
            break
        }
        'crosscheck;help;figures' {
            break
        }
        'crosscheck;help;batch' {
            break
        }
        'crosscheck;help;schema' {
            break
        }
        'crosscheck;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
