;; A package as a binary (WIT.md, "Package Format"), with its documentation.
(component
  (type (export "types") (component
    (export "demo:files/types@1.0.0" (instance
      (export $file "file" (type (sub resource)))
      (type $mode' (enum "read" "write"))
      (export $mode "mode" (type (eq $mode')))
      (export "[method]file.read" (func
        (param "self" (borrow $file)) (param "n" u32) (result (list u8))))
    ))
  ))
  (type (export "names") (component
    (import "demo:files/types@1.0.0" (instance $types
      (export "file" (type (sub resource)))
      (type $mode' (enum "read" "write"))
      (export "mode" (type (eq $mode')))
    ))
    (alias export $types "file" (type $file'))
    (alias export $types "mode" (type $mode'))
    (import "demo:clock/instants" (instance $instants
      (type $u u64) (export "instant" (type (eq $u)))))
    (alias export $instants "instant" (type $instant'))
    (export "demo:files/names@1.0.0" (instance
      (export $file "file" (type (eq $file')))
      (export $mode "mode" (type (eq $mode')))
      (export $instant "instant" (type (eq $instant')))
      (export "open" (func (param "name" string) (param "mode" $mode) (result (own $file))))
      (export "changed" (func (param "name" string) (result $instant)))
    ))
  ))
  (type (export "tool") (component
    (export "demo:files/tool@1.0.0" (component
      (import "demo:files/types@1.0.0" (instance $types
        (export $file "file" (type (sub resource)))
        (type $mode' (enum "read" "write"))
        (export $mode "mode" (type (eq $mode')))
        (export "[method]file.read" (func
          (param "self" (borrow $file)) (param "n" u32) (result (list u8))))
      ))
      (alias export $types "file" (type $file))
      (export "run" (func (param "on" (own $file))))
    ))
  ))
  (@custom "package-docs" "\01{\22docs\22:\22Files.\22,\22worlds\22:{\22tool\22:{\22docs\22:\22A tool.\22,\22funcs\22:{\22run\22:\22Runs.\22}}},\22interfaces\22:{\22types\22:{\22docs\22:\22What \\\22files\\\22 are.\22,\22stability\22:{\22stable\22:{\22since\22:\221.0.0\22}},\22types\22:{\22mode\22:{\22docs\22:\22How.\22,\22items\22:{\22read\22:\22To read.\22}}},\22funcs\22:{\22[method]file.read\22:{\22docs\22:\22Reads.\22,\22stability\22:{\22stable\22:{\22since\22:\221.0.0\22,\22deprecated\22:\221.0.0\22}}}}}}}")
)
